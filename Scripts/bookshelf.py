"""The books of Scripts/theme-books, and a headless Chromium that is shown their pages."""
import http.server
import pathlib
import posixpath
import shutil
import socketserver
import subprocess
import sys
import tempfile
import threading
import urllib.parse
import xml.etree.ElementTree as ElementTree
import zipfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
BOOKS = ROOT / "build" / "theme-books"
TYPES = {".xhtml": "application/xhtml+xml", ".css": "text/css", ".svg": "image/svg+xml"}
OPF = "{http://www.idpf.org/2007/opf}"


def books(theme="*"):
    """The books, ordered by theme and name."""
    found = sorted(BOOKS.glob(f"{theme}/*.epub"))
    if not found:
        sys.exit("there are no books; run Scripts/theme-books")
    return found


def pages(book):
    """The paths of a book's pages: its spine, then its contents."""
    with zipfile.ZipFile(book) as members:
        package = ElementTree.fromstring(members.read("EPUB/package.opf"))
    items = {item.get("id"): item for item in package.iter(OPF + "item")}
    spine = [items[ref.get("idref")].get("href") for ref in package.iter(OPF + "itemref")]
    contents = [i.get("href") for i in items.values() if "nav" in (i.get("properties") or "").split()]
    return ["EPUB/" + href for href in spine + [href for href in contents if href not in spine]]


class Shelf(http.server.BaseHTTPRequestHandler):
    """Serves /THEME/STORY/path out of the books; subclasses put things into the pages."""

    def answer(self, path, query):
        """The type and the content for a path, or None."""
        parts = path.strip("/").split("/", 2)
        book = BOOKS / parts[0] / f"{parts[1]}.epub" if len(parts) == 3 else None
        if book is None or not book.is_file():
            return None
        with zipfile.ZipFile(book) as members:
            name = posixpath.normpath(parts[2])
            if name not in members.namelist():
                return None
            content = members.read(name)
        kind = TYPES.get(pathlib.PurePosixPath(name).suffix, "application/octet-stream")
        if kind == TYPES[".xhtml"]:
            content = content.replace(b"</head>", self.head(query).encode() + b"</head>", 1)
        return kind, content

    def head(self, query):
        """What a page is given beyond what it has."""
        return ""

    def do_GET(self):
        address = urllib.parse.urlsplit(self.path)
        found = self.answer(urllib.parse.unquote(address.path), dict(urllib.parse.parse_qsl(address.query)))
        kind, content = found or ("text/plain", b"")
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_):
        pass


class Server(socketserver.ThreadingMixIn, http.server.HTTPServer):
    daemon_threads = True


def serve(handler):
    """A server of its own on a free port, and its address."""
    server = Server(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server, f"http://127.0.0.1:{server.server_port}"


def find_chromium():
    """The program, by one of its names, or None."""
    names = ("chromium", "chromium-browser", "google-chrome")
    return next(filter(None, map(shutil.which, names)), None)


def chromium():
    """The program; without it there is nothing to do."""
    return find_chromium() or sys.exit("Chromium is not installed; run 'Scripts/setup chromium'")


class Browser:
    """A headless Chromium with a profile of its own that goes away with it."""

    def __init__(self, *arguments):
        self.profile = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        self.process = subprocess.Popen(
            [chromium(), "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
             "--disable-dev-shm-usage", "--run-all-compositor-stages-before-draw", "--no-first-run", "--disable-background-networking",
             "--disable-component-update", f"--user-data-dir={self.profile.name}", *arguments],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.terminate()
        self.process.wait(timeout=30)
        self.profile.cleanup()

    def wait(self, seconds):
        """Waits until it has done its work by itself."""
        self.process.wait(timeout=seconds)
