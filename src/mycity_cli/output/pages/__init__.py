"""Pages: one self-contained HTML file each, made of Jinja templates and of the words of a language, which are data.

`paper` makes them; `templates/base.html.jinja` is what every page is made of, with its macros in `parts.html.jinja`.
"""
