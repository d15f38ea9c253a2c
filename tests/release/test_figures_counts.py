"""Counts in English sentences: which are figures, with their exact characters and value."""

from __future__ import annotations

import pytest

from release.stated import figures_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Between 10 and 15 projects will be signed.", "10 = 10; 15 projects = 15"),
        ("More than a dozen agreements were signed.", "a dozen agreements = 12 over"),
        ("Two dozen contracts were signed.", "Two dozen contracts = 24"),
        ("One hundred and six projects were signed.", "One hundred and six projects = 106"),
        ("One hundred twenty projects were signed.", "One hundred twenty projects = 120"),
        ("5G projects and 30 5G projects.", "30 5G projects = 30"),
        ("Only one of the projects was signed.", "one of the projects = 1"),
        ("One project was signed.", "One project = 1"),
        ("Fortune 500 companies signed 12 projects.", "12 projects = 12"),
        ("12 Fortune 500 projects were signed.", "12 Fortune 500 projects = 12"),
        ("20 companies and 15 institutes signed 12 agreements.", "12 agreements = 12"),
        (
            "They inked 12 memorandums of understanding and 3 letters of intent.",
            "12 memorandums = 12; 3 letters of intent = 3",
        ),
        ("They signed 12 MoUs.", "12 MoUs = 12"),
        (
            "18 new energy vehicle projects, 6 of them foreign-funded, were signed.",
            "18 new energy vehicle projects = 18; 6 = 6",
        ),
        ("Of the 18 projects, 6 are foreign-funded and 12 are domestic.", "18 projects = 18; 6 = 6; 12 = 12"),
        ("The deals (12 in total) were signed.", "12 = 12"),
        ("As many as 30 projects were signed.", "30 projects = 30 at_most"),
        ("200-odd projects were signed.", "200-odd projects = 200 odd"),
        ("30+ projects were signed.", "30+ projects = 30 over"),
        ("The first 10 projects were signed.", "10 projects = 10"),
        ("Fifteen projects were signed, five more than last year.", "Fifteen projects = 15"),
        ("the 45-project package", "45-project = 45"),
        (
            "The event saw the signing of 17 strategic cooperation framework agreements.",
            "17 strategic cooperation framework agreements = 17",
        ),
        ("50 of the 120 projects are in manufacturing.", "50 = 50; 120 projects = 120"),
        ("Some 30 projects were signed.", "30 projects = 30 about"),
        ("Xiamen signed 4 on-site projects.", "4 on-site projects = 4"),
        ("A batch of 23 projects was launched.", "23 projects = 23"),
        ("Six projects were signed. Two of them are foreign-funded.", "Six projects = 6; Two = 2"),
        (
            "Nine projects in advanced manufacturing, five in services and three in agriculture were signed.",
            "Nine projects = 9; five = 5; three = 3",
        ),
        ("Among the projects, 12 are industrial, 5 are agricultural and 1 is cultural.", "12 = 12; 5 = 5; 1 = 1"),
        ("The number of projects reached 45.", "45 = 45"),
        (
            "Of these, 15 contracts were signed with companies from Hong Kong, 12 with Macao firms.",
            "15 contracts = 15; 12 = 12",
        ),
        ("In 2023, 150 projects were signed.", "150 projects = 150"),
        ("On May 12, 15 projects were signed.", "15 projects = 15"),
        ("By the end of 2022, 35 projects had started.", "35 projects = 35"),
        ("At the 2023 event 25 projects were signed.", "25 projects = 25"),
        ("Contracts signed: 45.", "45 = 45"),
        ("Seven Chinese cities signed one agreement each.", "one agreement = 1"),
        ("It attracted 10 Fortune 500 companies and 20 projects.", "20 projects = 20"),
        ("12 projects (5 foreign, 7 domestic) were signed.", "12 projects = 12; 5 = 5; 7 = 7"),
        ("Up from 3 to 5 projects.", "3 = 3; 5 projects = 5"),
        ("10 - 12 contracts.", "10 = 10; 12 contracts = 12"),
        ("One hundred projects.", "One hundred projects = 100"),
        ("Over a hundred agreements.", "a hundred agreements = 100 over"),
        ("Sixteen (16) projects were signed.", "Sixteen (16) projects = 16"),
        ("Xinhua, 12 Sept 2018 - 15 projects were inked.", "15 projects = 15"),
        ("15 out of 20 projects were signed.", "15 = 15; 20 projects = 20"),
        ("five to six projects", "five = 5; six projects = 6"),
        ("Ten-odd contracts", "Ten-odd contracts = 10 odd"),
        ("no fewer than 20 deals", "20 deals = 20 at_least"),
        ("Chengdu signed 25 agreements covering aerospace, 5G, and AI.", "25 agreements = 25"),
        (
            "24 projects, including 11 in electronics, 8 in new energy and 5 in logistics, were signed.",
            "24 projects = 24; 11 = 11; 8 = 8; 5 = 5",
        ),
        (
            "Suzhou topped the list with 30 projects, followed by Dongguan with 27 and Xiamen with 18.",
            "30 projects = 30; 27 = 27; 18 = 18",
        ),
        ("The three conferences produced 18, 27 and 30 projects respectively.", "18 = 18; 27 = 27; 30 projects = 30"),
        (
            "Mianyang's three big contracts and two framework agreements",
            "three big contracts = 3; two framework agreements = 2",
        ),
        ("A 30-project list was released.", "30-project = 30"),
        ("Two more projects will be signed next week.", "Two more projects = 2"),
        ("Seven further agreements were concluded.", "Seven further agreements = 7"),
        ("All 30 projects were signed.", "30 projects = 30"),
        ("Sichuan's Mianyang inks 75 deals", "75 deals = 75"),
        ("In one contract, the parties agreed on 5 points.", "one contract = 1"),
        ("one major project and two smaller ones", "one major project = 1"),
        ("Two MOUs and one letter of intent", "Two MOUs = 2; one letter of intent = 1"),
        ("five MoU's", "five MoU = 5"),
        ("four sister-city agreements", "four sister-city agreements = 4"),
        ("3 tie-ups, 4 pacts and 5 accords", "3 tie-ups = 3; 4 pacts = 4; 5 accords = 5"),
        ("1 contract", "1 contract = 1"),
        (
            "22 key industrial, agricultural and tourism projects were signed.",
            "22 key industrial, agricultural and tourism projects = 22",
        ),
        ("Xiamen and Dongguan signed 18 and 27 projects.", "18 = 18; 27 projects = 27"),
        ("1,000-plus projects", "1,000-plus projects = 1000 over"),
        ("Projects signed totaled 45.", "45 = 45"),
        ("30 projects were signed and a further 12 are under negotiation.", "30 projects = 30; 12 = 12"),
        ("The two sides signed 5 cooperation items and 12 other items.", "5 cooperation items = 5"),
    ],
)
def test_counts_in_english(text: str, expected: str) -> None:
    assert figures_of(text) == expected
