"""Figures in English sentences: what is found, with its exact characters, value, unit and bound."""

from __future__ import annotations

import pytest

from release.stated import figures_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The city signed US$ 3.39 billion of contracts.", "US$ 3.39 billion = 3390000000 USD"),
        ("Deals worth US$3.39b were signed.", "US$3.39b = 3390000000 USD"),
        (".5 million yuan", ".5 million yuan = 500000 CNY"),
        ("A total of 5 deals (RMB 5bn) were inked.", "5 deals = 5; RMB 5bn = 5000000000 CNY"),
        (
            "Contracts worth EUR 20 million and GBP 3m were signed.",
            "EUR 20 million = 20000000 EUR; GBP 3m = 3000000 GBP",
        ),
        (
            "They signed 28 major industrial projects worth 21.9 bln yuan.",
            "28 major industrial projects = 28; 21.9 bln yuan = 21900000000 CNY",
        ),
        ("Signed contracts total 18 billion 180 million yuan.", "18 billion 180 million yuan = 18180000000 CNY"),
        (
            (
                "22 projects were signed; 9 valued at over US$1.77 billion are in manufacturing, and 13 "
                "valued at $500 million are in services."
            ),
            ("22 projects = 22; 9 = 9; US$1.77 billion = 1770000000 USD over; 13 = 13; $500 million = 500000000 USD"),
        ),
        (
            "Investment of between 3 and 5 billion yuan is expected.",
            "3 = 3000000000 CNY; 5 billion yuan = 5000000000 CNY",
        ),
        ("Investment of 10-20 billion yuan.", "10 = 10000000000 CNY; 20 billion yuan = 20000000000 CNY"),
        ("Investment of 10 to 20 billion yuan.", "10 = 10000000000 CNY; 20 billion yuan = 20000000000 CNY"),
        (
            "The three counties invested 3.2, 4.1 and 5 billion yuan respectively.",
            "3.2 = 3200000000 CNY; 4.1 = 4100000000 CNY; 5 billion yuan = 5000000000 CNY",
        ),
        ("Investment of $3-5 billion is planned.", "$3 = 3000000000 USD; 5 billion = 5000000000 USD"),
        ("Investment rose by 20 to 30 percent.", "20 = 20%; 30 percent = 30%"),
        ("Investment rose by 20-30%.", "20 = 20%; 30% = 30%"),
        ("Half of the projects are in manufacturing.", "Half = 50%"),
        ("Nearly half of the total investment went to Suzhou.", "half = 50% nearly"),
        ("A third of the projects are foreign-funded.", "A third = 33.3%"),
        ("Two thirds of the contracts were signed online.", "Two thirds = 66.7%"),
        ("One in four projects is foreign-funded.", "One in four = 25%"),
        ("A quarter of the deals are foreign.", "A quarter = 25%"),
        ("Three quarters of the investment is private.", "Three quarters = 75%"),
        (
            "Two hundred and five contracts worth three billion yuan.",
            "Two hundred and five contracts = 205; three billion yuan = 3000000000 CNY",
        ),
        ("Investment of less than 5 billion yuan.", "5 billion yuan = 5000000000 CNY at_most"),
        ("Investment not exceeding 5 billion yuan.", "5 billion yuan = 5000000000 CNY at_most"),
        ("In 2018 projects worth 5 billion yuan were signed.", "5 billion yuan = 5000000000 CNY"),
        ("On Sept 6 projects worth 5 billion yuan were signed.", "5 billion yuan = 5000000000 CNY"),
        ("$2.5 billion, or 12 percent of the total.", "$2.5 billion = 2500000000 USD; 12 percent = 12%"),
        ("The per capita income was 35,000 yuan.", "35,000 yuan = 35000 CNY"),
        ("Total investment is estimated at $629 million.", "$629 million = 629000000 USD about"),
        ("An estimated 5 billion yuan will be invested.", "5 billion yuan = 5000000000 CNY about"),
        (
            "The 30 projects, 12 of which are in manufacturing, are worth 5 billion yuan.",
            "30 projects = 30; 12 = 12; 5 billion yuan = 5000000000 CNY",
        ),
        (
            "Deals exceeding 5 billion yuan ($700 million).",
            "5 billion yuan = 5000000000 CNY over; $700 million = 700000000 USD",
        ),
        (
            "5.5 billion yuan (774.6 million dollars)",
            "5.5 billion yuan = 5500000000 CNY; 774.6 million dollars = 774600000 USD",
        ),
        ("Investment hit CNY 5.5 billion.", "CNY 5.5 billion = 5500000000 CNY"),
        ("As much as 5 billion yuan.", "5 billion yuan = 5000000000 CNY at_most"),
        (
            "At least 30 agreements worth up to 5 billion yuan.",
            "30 agreements = 30 at_least; 5 billion yuan = 5000000000 CNY at_most",
        ),
        (
            "30 or more projects, 5 billion yuan or more.",
            "30 or more projects = 30 at_least; 5 billion yuan = 5000000000 CNY at_least",
        ),
        ("The total was RMB1.2 trillion, up 12.5 percentage points.", "RMB1.2 trillion = 1200000000000 CNY"),
        (
            "HK$5 billion and NT$3 billion and S$2 million.",
            "HK$5 billion = 5000000000 HKD; NT$3 billion = 3000000000 TWD; S$2 million = 2000000 SGD",
        ),
        ("5 billion Hong Kong dollars", "5 billion Hong Kong dollars = 5000000000 HKD"),
        ("3,000 yuan", "3,000 yuan = 3000 CNY"),
        (
            "A 5-billion-yuan project and a 3 billion yuan plant.",
            "5-billion-yuan = 5000000000 CNY; 3 billion yuan = 3000000000 CNY",
        ),
        ("The 500-million-dollar deal.", "500-million-dollar = 500000000 USD"),
        (
            "Another 12 projects worth a combined 3.5 billion yuan.",
            "12 projects = 12; 3.5 billion yuan = 3500000000 CNY",
        ),
        ("100 percent foreign-owned.", "100 percent = 100%"),
        ("Half a billion yuan was invested.", "Half a billion yuan = 500000000 CNY"),
        (
            "Investment totaled 5 billion yuan, up from 3 billion in 2020.",
            "5 billion yuan = 5000000000 CNY; 3 billion = 3000000000 CNY",
        ),
        (
            "30 key projects with 50 billion yuan in total investment",
            "30 key projects = 30; 50 billion yuan = 50000000000 CNY",
        ),
        (
            "A total of 120 cooperation intentions were reached, with a total value of RMB 8.6 billion.",
            "120 cooperation intentions = 120; RMB 8.6 billion = 8600000000 CNY",
        ),
        (
            "16 key projects with a combined investment of 23.8 billion yuan were signed on the spot.",
            "16 key projects = 16; 23.8 billion yuan = 23800000000 CNY",
        ),
        ("Total investment: 23.8 billion yuan.", "23.8 billion yuan = 23800000000 CNY"),
        ("Investment (billion yuan): 23.8", "23.8 = 23800000000 CNY"),
        ("Twelve deals totaling ¥5.6 billion.", "Twelve deals = 12; ¥5.6 billion = 5600000000 CNY"),
        ("Eight deals worth CN¥5.6bn.", "Eight deals = 8; CN¥5.6bn = 5600000000 CNY"),
        ("A 1.2-billion-yuan ($170-million) plant.", "1.2-billion-yuan = 1200000000 CNY; $170-million = 170000000 USD"),
        ("The deals are valued at 1.2 billion euros.", "1.2 billion euros = 1200000000 EUR"),
        (
            "They are worth 300 million pounds, 5 billion yen and 2 trillion won.",
            ("300 million pounds = 300000000 GBP; 5 billion yen = 5000000000 JPY; 2 trillion won = 2000000000000 KRW"),
        ),
        (
            "The trade volume was 6.4 billion U.S. dollars, up 12.3 percent year on year.",
            "6.4 billion U.S. dollars = 6400000000 USD; 12.3 percent = 12.3%",
        ),
        ("Its GDP grew 6.8% to 403.8 billion yuan.", "6.8% = 6.8%; 403.8 billion yuan = 403800000000 CNY"),
        ("The 8 signed projects have a total investment of $800m.", "8 signed projects = 8; $800m = 800000000 USD"),
        ("Two projects, each worth 5 billion yuan.", "Two projects = 2; 5 billion yuan = 5000000000 CNY"),
        (
            "Among the projects signed, 12 involve investment of more than 1 billion yuan each.",
            "12 = 12; 1 billion yuan = 1000000000 CNY over",
        ),
        ("Projects worth more than 100 million yuan numbered 12.", "100 million yuan = 100000000 CNY over; 12 = 12"),
        (
            "The city has signed 500 projects since 2012, including 30 worth over 1 billion yuan.",
            "500 projects = 500; 30 = 30; 1 billion yuan = 1000000000 CNY over",
        ),
        (
            "The plant will produce 300,000 vehicles a year and generate 5 billion yuan in annual output.",
            "5 billion yuan = 5000000000 CNY",
        ),
        ("An annual output of 10 billion yuan and 2,000 jobs.", "10 billion yuan = 10000000000 CNY"),
        ("Projects: 30; total investment: RMB 52.563 billion.", "30 = 30; RMB 52.563 billion = 52563000000 CNY"),
        ("The first phase of the project costs 3 billion yuan.", "3 billion yuan = 3000000000 CNY"),
        (
            "Phase one will cost 3 billion yuan and phase two 2 billion.",
            "3 billion yuan = 3000000000 CNY; 2 billion = 2000000000 CNY",
        ),
        ("More than one third of the projects were high-tech.", "one third = 33.3% over"),
        ("Over 80 percent of the projects are industrial.", "80 percent = 80% over"),
        ("Eighty percent of the projects are industrial.", "Eighty percent = 80%"),
        ("It was up 0.5 pct.", "0.5 pct = 0.5%"),
        ("30% to 40%", "30% = 30%; 40% = 40%"),
        (
            "Deals worth between $1.2 billion and $1.5 billion.",
            "$1.2 billion = 1200000000 USD; $1.5 billion = 1500000000 USD",
        ),
        ("From 3 billion yuan to 5 billion yuan.", "3 billion yuan = 3000000000 CNY; 5 billion yuan = 5000000000 CNY"),
        (
            "10–12 contracts worth 3–5 billion yuan.",
            "10 = 10; 12 contracts = 12; 3 = 3000000000 CNY; 5 billion yuan = 5000000000 CNY",
        ),
        ("A project worth a billion yuan.", "a billion yuan = 1000000000 CNY"),
        ("The 100-billion-yuan industry cluster.", "100-billion-yuan = 100000000000 CNY"),
        ("US$3.39 billion (RMB 23.4 billion)", "US$3.39 billion = 3390000000 USD; RMB 23.4 billion = 23400000000 CNY"),
        ("$3,390 million", "$3,390 million = 3390000000 USD"),
        ("150 million dollars worth of contracts", "150 million dollars = 150000000 USD"),
        ("RMB¥5 billion", "RMB¥5 billion = 5000000000 CNY"),
        ("Rs 500 crore", "Rs 500 crore = 5000000000 INR"),
        ("three quarters of all contracts", "three quarters = 75%"),
        (
            "thirty-five investment agreements worth thirty-five million dollars",
            "thirty-five investment agreements = 35; thirty-five million dollars = 35000000 USD",
        ),
        ("XIAMEN SIGNS 19 PROJECTS WORTH US$5 BILLION", "19 PROJECTS = 19; US$5 BILLION = 5000000000 USD"),
        ("Of the total, 60 percent came from Hong Kong.", "60 percent = 60%"),
        ("100 million yuan-plus projects", "100 million yuan = 100000000 CNY over"),
        ("21 projects of over 100 million yuan each", "21 projects = 21; 100 million yuan = 100000000 CNY over"),
        ("18 projects above 1 billion yuan", "18 projects = 18; 1 billion yuan = 1000000000 CNY over"),
        (
            "investment of 1 billion yuan or more in 18 projects",
            "1 billion yuan = 1000000000 CNY at_least; 18 projects = 18",
        ),
        (
            (
                "The 2018 China (Mianyang) Science and Technology City International High-Tech Expo saw "
                "136 projects signed, with a total investment of 103.5 billion yuan, of which 35 were "
                "signed at the opening ceremony with an investment of 43.1 billion yuan."
            ),
            ("136 projects = 136; 103.5 billion yuan = 103500000000 CNY; 35 = 35; 43.1 billion yuan = 43100000000 CNY"),
        ),
        (
            (
                "A total of 758 projects, with investment amounting to 1.1 trillion yuan ($170.8 billion), "
                "were inked at the event."
            ),
            "758 projects = 758; 1.1 trillion yuan = 1100000000000 CNY; $170.8 billion = 170800000000 USD",
        ),
        (
            "Of the 758 projects, 12 had an investment of over 10 billion yuan each.",
            "758 projects = 758; 12 = 12; 10 billion yuan = 10000000000 CNY over",
        ),
        (
            "The total contract value topped 100 billion yuan for the first time.",
            "100 billion yuan = 100000000000 CNY over",
        ),
        (
            "More than 100 billion yuan ($15 billion) worth of deals were sealed.",
            "100 billion yuan = 100000000000 CNY over; $15 billion = 15000000000 USD",
        ),
        (
            (
                "The city approved 1,203 foreign-invested enterprises and used $3.2 billion of foreign "
                "capital, up 11.2%."
            ),
            "$3.2 billion = 3200000000 USD; 11.2% = 11.2%",
        ),
        (
            "The three conferences produced 13.55 billion, 26.8 billion and 52.563 billion yuan respectively.",
            ("13.55 billion = 13550000000 CNY; 26.8 billion = 26800000000 CNY; 52.563 billion yuan = 52563000000 CNY"),
        ),
        (
            "The amounts were RMB13.55 billion, RMB26.8 billion and RMB52.563 billion.",
            (
                "RMB13.55 billion = 13550000000 CNY; RMB26.8 billion = 26800000000 CNY; RMB52.563 billion "
                "= 52563000000 CNY"
            ),
        ),
        ("Investment in the first quarter of 2023 was 12.5 billion yuan.", "12.5 billion yuan = 12500000000 CNY"),
        ("The 10 biggest projects account for 45 percent of the total.", "10 biggest projects = 10; 45 percent = 45%"),
        (
            "The projects cost from 5 million to 10 million yuan each.",
            "5 million = 5000000 CNY; 10 million yuan = 10000000 CNY",
        ),
        (
            "The company will invest $50 million to $60 million.",
            "$50 million = 50000000 USD; $60 million = 60000000 USD",
        ),
        (
            "Nearly 5 billion yuan ($700 million) in 12 projects",
            "5 billion yuan = 5000000000 CNY nearly; $700 million = 700000000 USD; 12 projects = 12",
        ),
        (
            "The investment agreements total RMB 12 billion, 3.4 times that of last year.",
            "RMB 12 billion = 12000000000 CNY",
        ),
        ("Some $2.3bn of the $5bn came from abroad.", "$2.3bn = 2300000000 USD about; $5bn = 5000000000 USD"),
        (
            "It has invested more than $1 billion in 4 projects since 2015.",
            "$1 billion = 1000000000 USD over; 4 projects = 4",
        ),
        ("The 2-billion-yuan, 300-hectare project.", "2-billion-yuan = 2000000000 CNY"),
        (
            (
                "Foreign trade reached 1.05 trillion yuan, of which exports were 650 billion yuan (+8.5%) "
                "and imports 400 billion yuan (-2.1%)."
            ),
            (
                "1.05 trillion yuan = 1050000000000 CNY; 650 billion yuan = 650000000000 CNY; 8.5% = 8.5%; "
                "400 billion yuan = 400000000000 CNY; 2.1% = 2.1%"
            ),
        ),
        (
            "Exports grew 8.5% to $65.2 billion, accounting for 61.9% of the total.",
            "8.5% = 8.5%; $65.2 billion = 65200000000 USD; 61.9% = 61.9%",
        ),
        (
            (
                "12 projects with a total investment of RMB3.2 billion were signed in batches: 5 on "
                "Monday, 7 on Tuesday."
            ),
            "12 projects = 12; RMB3.2 billion = 3200000000 CNY; 5 = 5; 7 = 7",
        ),
        (
            "Each of the 12 projects exceeds 100 million yuan.",
            "12 projects = 12; 100 million yuan = 100000000 CNY over",
        ),
        (
            '"We signed 30 projects," he said, "worth 52.563 billion yuan."',
            "30 projects = 30; 52.563 billion yuan = 52563000000 CNY",
        ),
        ("Investment per project averaged 1.75 billion yuan.", "1.75 billion yuan = 1750000000 CNY"),
        ("The 100% foreign-owned plant", "100% = 100%"),
        ("Stake of 51 percent", "51 percent = 51%"),
        ("a 51-percent stake", "51-percent = 51%"),
        (
            "One of the signed contracts, worth 2 billion yuan, is with BMW.",
            "One of the signed contracts = 1; 2 billion yuan = 2000000000 CNY",
        ),
        ("Approximately US$1,200,000,000", "US$1,200,000,000 = 1200000000 USD about"),
        ("1200000000 yuan", "1200000000 yuan = 1200000000 CNY"),
        ("0.5 million yuan", "0.5 million yuan = 500000 CNY"),
        (
            "30 projects were signed. The 30 are worth 5 billion yuan.",
            "30 projects = 30; 30 = 30; 5 billion yuan = 5000000000 CNY",
        ),
        (
            "The US $5 billion deal and a US$ 20 million project",
            "US $5 billion = 5000000000 USD; US$ 20 million = 20000000 USD",
        ),
        (
            (
                "SUZHOU, Nov. 3 (Mianyang Daily) -- Thirty projects worth a combined 52.563 billion yuan "
                "(US$7.2 billion) were inked Thursday."
            ),
            "Thirty projects = 30; 52.563 billion yuan = 52563000000 CNY; US$7.2 billion = 7200000000 USD",
        ),
        (
            "A dozen of the projects exceed 1 billion yuan.",
            "A dozen of the projects = 12; 1 billion yuan = 1000000000 CNY over",
        ),
        (
            "The largest, a 12-billion-yuan battery plant, will employ 3,000 people.",
            "12-billion-yuan = 12000000000 CNY",
        ),
        ("Three of the deals top 5 billion yuan.", "Three of the deals = 3; 5 billion yuan = 5000000000 CNY"),
        (
            "That compares with 27 projects and 26.8 billion yuan in Dongguan.",
            "27 projects = 27; 26.8 billion yuan = 26800000000 CNY",
        ),
        ("On-site signings accounted for 68 percent of the value.", "68 percent = 68%"),
        (
            "The value rose 96.1 percent from 26.8 billion yuan.",
            "96.1 percent = 96.1%; 26.8 billion yuan = 26800000000 CNY",
        ),
        ("An average of 1.75 billion yuan per project.", "1.75 billion yuan = 1750000000 CNY"),
        ("The city's 2021 GDP was 335 billion yuan, ranking second in Sichuan.", "335 billion yuan = 335000000000 CNY"),
        (
            "The deal brings the total to 75 projects worth 93 billion yuan.",
            "75 projects = 75; 93 billion yuan = 93000000000 CNY",
        ),
        (
            "Taxes of 1.2 billion yuan and profits of $30 million",
            "1.2 billion yuan = 1200000000 CNY; $30 million = 30000000 USD",
        ),
        (
            "A fund of 10 billion yuan, of which 2 billion comes from the city",
            "10 billion yuan = 10000000000 CNY; 2 billion = 2000000000 CNY",
        ),
        ("Subsidies of up to 50 million yuan per project", "50 million yuan = 50000000 CNY at_most"),
        ("Rent at 30 yuan per square meter", "30 yuan = 30 CNY"),
        ("tickets cost 50 yuan ($7)", "50 yuan = 50 CNY; $7 = 7 USD"),
        ("The exchange rate was 6.9 yuan to the dollar.", "6.9 yuan = 6.9 CNY"),
        ("1. Xiamen: 18 projects, 13.55 billion yuan", "18 projects = 18; 13.55 billion yuan = 13550000000 CNY"),
        ("- Xiamen: 18 projects, 13.55 billion yuan", "18 projects = 18; 13.55 billion yuan = 13550000000 CNY"),
        ("* **18 projects** worth **13.55 billion yuan**", "18 projects = 18; 13.55 billion yuan = 13550000000 CNY"),
        ("It secured foreign investment of US$ 1.2 bn (up 35%).", "US$ 1.2 bn = 1200000000 USD; 35% = 35%"),
        ("Total: 1,234,567,890 yuan", "1,234,567,890 yuan = 1234567890 CNY"),
        ("The rate was up from 38 percent.", "38 percent = 38%"),
    ],
)
def test_figures_in_english(text: str, expected: str) -> None:
    assert figures_of(text) == expected
