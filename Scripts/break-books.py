#!/usr/bin/env python3
"""Breaks books at random: break-books.py SEED COUNT FOLDER BOOK…

Each new book has one fault of the kinds that people and programs make. The same seed breaks the
same books in the same way; what was done stands beside each book in a .txt file.
"""
import random
import re
import sys
import zipfile
from pathlib import Path

VALUES = [
    "", " ", "x y", "#nowhere", "nowhere.xhtml", "../../../x.xhtml", "https://example.org/x.xhtml",
    "http://[x", "mailto:a@b", "%zz", "en_US", "no", "yes", "1a", "nav", "cover-image", "scripted",
    "text/css", "image/png", "text/html", "application/xhtml+xml", "role", "dcterms:modified",
    "foo:bar", "2026-13-01", "2.0", "3.1", "urn:isbn:1",
]
NAMES = ["p", "div", "span", "li", "td", "section", "h2", "item", "itemref", "meta", "guide", "x:y"]
ATTRIBUTES = [
    "id", "href", "src", "class", "style", "lang", "xml:lang", "epub:type", "role", "properties",
    "refines", "linear", "fallback", "align", "dir", "title", "xml:base", "hidden",
]
BODY = [
    "<p><p>x</p></p>", "<b>x</b>", "<font color='red'>x</font>", "<ul><p>x</p></ul>", "<ul/>",
    "<table><td>x</td></table>", "<dl><dd>x</dd></dl>", "<a href='nowhere.xhtml'>x</a>",
    "<a href='#nowhere'>x</a>", "<a href='x y'>x</a>", "<a name='x'>y</a>", "<img src='no.png'/>",
    "<img src='https://example.org/x.png' alt=''/>", "<script>x</script>", "<style>p{</style>",
    "<iframe src='nowhere.xhtml'/>", "<video src='https://example.org/x.mp4'/>", "<br>",
    "<span style='color: red; }'>x</span>", "<span id='a b'>x</span>", "<span lang='en_US'>x</span>",
    "<span id='q'>x</span><span id='q'>y</span>", "<span onclick='x()'>y</span>", "&nbsp;", "&",
    "<math xmlns='http://www.w3.org/1998/Math/MathML'><mfrac><mi>x</mi></mfrac></math>",
    "<nav><p>x</p></nav>", "<figure><figcaption>x</figcaption></figure>", "<hr/>", "]]>", "<!-- -- -->",
    "<section role='doc-chapter'><h7>x</h7></section>", "<ol start='x'><li>y</li></ol>",
]
STYLE = [
    "p { color: red", "p color: red; }", "} p {}", "@import url(no.css);", "p { position: fixed }",
    "@font-face { src: url(no.ttf) }", "p { background: url(no.png) }", "p { direction: rtl }",
    "p { color: ; }", "@media { p {} ", "p,, a {}", "/* x", "p { content: 'x }", "@charset 'x';",
]
MARKUP = re.compile(r"\.(opf|xhtml|html|ncx|svg|xml)$")


class Breaker:
    def __init__(self, book, chance):
        with zipfile.ZipFile(book) as archive:
            self.files = {entry.filename: archive.read(entry) for entry in archive.infolist()}
        self.chance = chance

    def pick(self, pattern):
        return self.chance.choice([name for name in self.files if re.search(pattern, name)])

    def change(self, pattern, where, put):
        """Puts something in the place of a match; says what and where."""
        name = self.pick(pattern)
        text = self.files[name].decode()
        match = self.chance.choice(list(re.finditer(where, text)))
        new = put(match)
        self.files[name] = (text[: match.start()] + new + text[match.end() :]).encode()
        return f"{name}: {match.group()[:60]!r} became {new[:60]!r}"

    def value(self):
        new = self.chance.choice(VALUES)
        return self.change(MARKUP, r'(?<= )([\w:-]+)="[^"]*"', lambda m: f'{m[1]}="{new}"')

    def no_attribute(self):
        return self.change(MARKUP, r' [\w:-]+="[^"]*"', lambda m: "")

    def attribute(self):
        new = f' {self.chance.choice(ATTRIBUTES)}="{self.chance.choice(VALUES)}"'
        return self.change(MARKUP, r"<[\w:-]+(?=[ />])", lambda m: m[0] + new)

    def no_element(self):
        return self.change(MARKUP, r"<([\w:-]+)[^<>]*(/>|>[^<]*</\1>)", lambda m: "")

    def element_twice(self):
        return self.change(MARKUP, r"<([\w:-]+)[^<>]*(/>|>[^<]*</\1>)", lambda m: m[0] * 2)

    def other_name(self):
        new = self.chance.choice(NAMES)
        return self.change(MARKUP, r"<([\w:-]+)([^<>]*)>([^<]*)</\1>",
                           lambda m: f"<{new}{m[2]}>{m[3]}</{new}>")

    def no_tag(self):
        return self.change(MARKUP, r"</?[\w:-]+[^<>]*>", lambda m: "")

    def in_body(self):
        new = self.chance.choice(BODY)
        return self.change(r"\.xhtml$", r"<(p|h1|h2|div|section)[ >]", lambda m: new + m[0])

    def in_style(self):
        new = self.chance.choice(STYLE)
        return self.change(r"\.css$", r"\n", lambda m: "\n" + new + "\n")

    def no_file(self):
        name = self.pick(r"^(?!mimetype|META-INF).*\w$")
        del self.files[name]
        return f"{name}: removed"

    def short_file(self):
        name = self.pick(MARKUP)
        self.files[name] = self.files[name][: self.chance.randrange(len(self.files[name]))]
        return f"{name}: cut at {len(self.files[name])}"

    def write(self, path):
        with zipfile.ZipFile(path, "w") as archive:
            for name, content in self.files.items():
                entry = zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0))
                entry.compress_type = 0 if name == "mimetype" else zipfile.ZIP_DEFLATED
                archive.writestr(entry, content)


def main(seed, count, folder, books):
    chance = random.Random(int(seed))
    faults = [Breaker.value] * 4 + [Breaker.in_body] * 4 + [
        Breaker.no_attribute, Breaker.attribute, Breaker.no_element, Breaker.element_twice,
        Breaker.other_name, Breaker.no_tag, Breaker.in_style, Breaker.no_file, Breaker.short_file,
    ]
    made = 0
    while made < int(count):
        book = chance.choice(books)
        breaker = Breaker(book, chance)
        try:
            note = chance.choice(faults)(breaker)
        except (IndexError, UnicodeDecodeError):
            continue  # Nothing of that kind is in this book.
        made += 1
        path = Path(folder, f"broken-{seed}-{made:03}.epub")
        breaker.write(path)
        path.with_suffix(".txt").write_text(f"{Path(book).name}: {note}\n")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3], sorted(sys.argv[4:]))
