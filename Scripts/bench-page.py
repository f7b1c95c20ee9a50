"""Prints a web page that holds a story, built as a site builds its pages: FILE KIND KB.

KIND is "plain", "ao3" (a downloaded work), "ffn" (one chapter of FanFiction.net) or "xenforo"
(a page of a thread).
"""

import html
import itertools
import pathlib
import re
import sys

text = pathlib.Path(sys.argv[1]).read_text("utf-8")
kind, size = sys.argv[2], int(sys.argv[3]) * 1000
start = text.index("Chapter One") if "Chapter One" in text else text.index("Chapter 1")
chapters = re.split(r"^Chapter \w+\n", text[start:], flags=re.M)[1:]


def inline(paragraph, number):
    """A paragraph's words, some of them in italics."""
    words = html.escape(" ".join(paragraph.split()), quote=False).split(" ")
    if number % 4 == 1 and len(words) > 6:
        words[2:4] = ["<em>" + words[2], words[3] + "</em>"]
    return " ".join(words)


def bodies(wrap):
    """The chapters' texts over and over, each wrapped, until the page is large enough."""
    left = size
    for number in itertools.count(1):
        text = "\n\n".join(chapters[(number + place) % len(chapters)].strip() for place in range(12))
        pieces = re.split(r"\n\s*\n", text)
        body = wrap(number, [inline(piece, place) for place, piece in enumerate(pieces)])
        left -= len(body.encode())
        yield body
        if left <= 0:
            return


def curly(words):
    """Typographic quotation marks and apostrophes outside of tags, as most works have them."""
    words = re.sub(r'(^|[\s>])"', "\\1\u201c", words).replace('"', "\u201d")
    return words.replace("'", "\u2019")


def plain():
    wrap = lambda number, pieces: "\n".join(f"<p>{piece}</p>" for piece in pieces)
    yield "<!DOCTYPE html>\n<html><head><title>The Red Lantern</title></head><body>"
    yield from bodies(wrap)
    yield "</body></html>"


def ao3():
    archive = "https://archiveofourown.org"
    tags = {
        "Rating": ["Teen And Up Audiences"], "Archive Warning": ["No Archive Warnings Apply"],
        "Categories": ["F/M", "Gen"], "Fandom": ["Sherlock Holmes - Arthur Conan Doyle"],
        "Relationship": ["Irene Adler/Sherlock Holmes"],
        "Characters": ["Irene Adler", "Sherlock Holmes", "John Watson"],
        "Additional Tags": [f"Tag of the Season {n}" for n in range(12)],
    }
    link = lambda tag: f'<a href="{archive}/tags/{tag.replace(" ", "%20")}">{tag}</a>'
    values = lambda names: ", ".join(link(name) for name in names)
    yield f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" \
"http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en" lang="en">
<head>
  <meta charset="utf-8" />
  <title>The Red Lantern - wren - Sherlock Holmes</title>
  <style type="text/css">
    p.message {{ text-align: center; }}
    .meta h2 {{ font-size: 1.25em; text-align: center; page-break-before: always; }}
    .meta dl.tags {{ border: 1px solid; padding: 1em; }}
    .toc-heading {{ display: none; }}
  </style>
</head>
<body>
<div id="preface">
  <h2 class="toc-heading">Preface</h2>
  <p class="message"><b>The Red Lantern</b><br />
    Posted originally on the <a href="{archive}/">Archive of Our Own</a> at \
<a href="{archive}/works/100">{archive}/works/100</a>.</p>
  <div class="meta">
    <dl class="tags">"""
    for name, tag in tags.items():
        yield f"      <dt>{name}:</dt>\n        <dd>{values(tag)}</dd>"
    yield f"""      <dt>Language:</dt>
        <dd>English</dd>
      <dt>Stats:</dt>
      <dd>
        Published: 2019-01-02
        Completed: 2019-03-04
        Words: 90,000
        Chapters: 9/9
      </dd>
    </dl>
    <h1>The Red Lantern</h1>
    <div class="byline">by <a rel="author" href="{archive}/users/wren/pseuds/wren">wren</a></div>
    <p>Summary</p>
    <blockquote class="userstuff"><p>A lantern turns red.</p></blockquote>
  </div>
</div>
<div id="chapters" class="userstuff">"""
    yield from bodies(lambda number, pieces: f"""
  <div class="meta group">
    <h2 class="heading">Chapter {number}: The Window</h2>
  </div>
  <!--chapter content-->
  <div class="userstuff">
{"".join(f"<p>{curly(piece)}</p>" for piece in pieces)}
  </div>
  <!--/chapter content-->""")
    yield f"""</div>
<div id="afterword">
  <h2 class="toc-heading">Afterword</h2>
  <p class="message">Please <a href="{archive}/works/100/comments/new">leave a comment</a>!</p>
</div>
</body>
</html>"""


def ffn():
    options = "".join(
        f'<option  value={n} {"selected" if n == 3 else ""}>{n}. The Window {n}' for n in range(1, 30))
    script = "<script>\nvar user = {};\n" + "".join(
        f"function part{n}(a) {{ if (a < {n} && user.x) {{ return '<b>' + a + '</b>'; }} }}\n"
        for n in range(60)) + "</script>"
    select = f"<SELECT id=chap_select title=\"Chapter Navigation\" Name=chapter>{options}</select>"
    yield f"""<!DOCTYPE html><html><head><meta charset=utf-8>
<meta name=format-detection content="telephone=no"><title>The Red Lantern Chapter 3: The Window, \
a Sherlock Holmes fanfic | FanFiction</title>
<link rel="canonical" href="//www.fanfiction.net/s/100/3/The-Red-Lantern">{script}</head><body>
<div id=top class=maxwidth><div class=menulink><a href="/">FanFiction</a> | unleash your imagination</div></div>
<div id=content_parent><div id=content_wrapper class=maxwidth><div id=content_wrapper_inner>
<div id=pre_story_links><span class=lc-left><a class=xcontrast_txt href='/book/'>Books</a>\
<span class=xcontrast_txt> &gt; </span><a class=xcontrast_txt href='/book/Sherlock-Holmes/'>Sherlock Holmes</a>\
</span></div>
<div id=profile_top style='min-height:112px;'><b class='xcontrast_txt'>The Red Lantern</b>
<span class='xcontrast_txt'>By:</span> <a class='xcontrast_txt' href='/u/7/wren'>wren</a>
<div style='margin-top:2px' class='xcontrast_txt'>A lantern turns red.</div>
<span class='xgray xcontrast_txt'>Rated: Fiction T - English - Mystery - Irene A. - Chapters: 29 - \
Words: 90,000 - id: 100 </span></div>
<span style='float:right; '>{select}</span>
<div role='main' aria-label='story content' class='storytextp' id='storytextp' align=center>
<div class='storytext xcontrast_txt nocopy' id='storytext'>"""
    yield from bodies(lambda number, pieces: "".join(f"<p>{piece}</p>" for piece in pieces))
    yield f"""</div></div><span style='float:right; '>{select}</span>
<div id=review><textarea name=review cols=60 rows=5></textarea></div>{script}</div></div></div>
<div id=p_footer><div class=maxwidth><a href='/support/'>Help</a> . <a href='/privacy/'>Privacy</a></div></div>
</body></html>"""


def post(number, pieces):
    body = "<br />\n<br />\n".join(pieces).replace("<em>", "<i>").replace("</em>", "</i>")
    return f"""<article class="message message--post hasThreadmark js-post js-inlineModContainer" \
data-author="wren" data-content="post-{number}" id="js-post-{number}">
<span class="u-anchorTarget" id="post-{number}"></span>
<div class="message-cell message-cell--threadmark-header"><span class="primary">\
<span class="threadmarkLabel" id="threadmark-{number}">Chapter {number}: The Window</span></span></div>
<div class="message-inner"><div class="message-cell message-cell--user">
<section itemscope itemtype="https://schema.org/Person" class="message-user">
<div class="message-avatar "><div class="message-avatar-wrapper">
<a href="/members/wren.7/" class="avatar avatar--m" data-user-id="7" data-xf-init="member-tooltip">
<img src="/data/avatars/m/0/7.jpg" alt="wren" class="avatar-u7-m" itemprop="image" />
</a></div></div>
<h4 class="message-name"><a href="/members/wren.7/" class="username " dir="auto" data-user-id="7">\
<span itemprop="name">wren</span></a></h4>
<span class="message-userArrow"></span></section></div>
<div class="message-cell message-cell--main"><div class="message-main js-quickEditTarget">
<header class="message-attribution message-attribution--split"><ul class="listInline listInline--bullet">
<li class="u-concealed"><a href="/threads/the-red-lantern.1/post-{number}" rel="nofollow">\
<time class="u-dt" dir="auto" datetime="2019-01-02T10:00:00+0000" data-time="1546423200">Jan 2, 2019</time></a></li>
</ul><a href="/threads/the-red-lantern.1/post-{number}" class="u-concealed">#{number}</a></header>
<div class="message-content js-messageContent"><div class="message-userContent lbContainer">
<article class="message-body js-selectToQuote"><div itemprop="text"><div class="bbWrapper">{body}</div></div>
<div class="js-selectToQuoteEnd">&nbsp;</div></article></div></div>
<footer class="message-footer"><div class="message-actionBar actionBar">
<a href="/posts/{number}/react?reaction_id=1" class="actionBar-action actionBar-action--reaction" \
data-xf-init="reaction"><i aria-hidden="true"></i><bdi>Like</bdi></a></div>
<div class="reactionsBar js-reactionsList "><a class="reactionsBar-link" href="/posts/{number}/reactions">\
<bdi>reader one</bdi>, <bdi>reader two</bdi> and 40 others</a></div></footer>
</div></div></div></article>"""


def xenforo():
    menu = "".join(
        f'<li><div class="p-navEl"><a href="/forums/part.{n}/" class="p-navEl-link" data-nav-id="n{n}">Part {n}'
        "</a></div></li>\n" for n in range(40))
    yield f"""<!DOCTYPE html>
<html id="XF" lang="en-US" dir="LTR" data-app="public" data-template="thread_view" class="has-no-js">
<head><meta charset="utf-8" /><title>The Red Lantern | Example Forums</title>
<meta property="og:site_name" content="Example Forums" />
<link rel="canonical" href="https://forums.example.org/threads/the-red-lantern.1/" />
</head><body data-template="thread_view"><div class="p-pageWrapper" id="top">
<nav class="p-nav"><ul class="p-nav-list">{menu}</ul></nav>
<div class="p-body"><div class="p-title "><h1 class="p-title-value">The Red Lantern</h1></div>
<div class="block-body js-replyNewMessageContainer">"""
    yield from bodies(post)
    yield f"""</div></div><footer class="p-footer"><ul>{menu}</ul></footer></div></body></html>"""


for piece in {"plain": plain, "ao3": ao3, "ffn": ffn, "xenforo": xenforo}[kind]():
    print(piece)
