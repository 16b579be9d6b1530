#!/usr/bin/env python3
"""tests/support/hub.py ROOT: a hub of models on 127.0.0.1, for tests alone.

Answers as the real one does, from ROOT/OWNER/NAME/FILE: the API, resolve with its headers, large files on a second
port. What goes wrong is told by ROOT/OWNER/NAME/.hub.json. Every request is a line of ROOT/requests.jsonl. Prints
three ports (hub, large files, one that never answers) and serves until its standard input ends.
"""
import hashlib
import json
import os
import socket
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit

ROOT = sys.argv[1]
LARGE = 4096  # bytes from which on a file lies on the second port
LOCK = threading.Lock()
COUNTS = {}  # how often something was asked for, for what goes wrong only so many times
PORTS = {}


def folder(model):
    return os.path.join(ROOT, *model.split("/"))


def behaviour(model):
    try:
        with open(os.path.join(folder(model), ".hub.json"), encoding="utf-8") as file:
            return json.load(file)
    except OSError:
        return {}


def commit_of(model):
    return behaviour(model).get("commit") or hashlib.sha1(model.encode()).hexdigest()


def files_of(model):
    found = []
    for top, _, names in os.walk(folder(model)):
        for name in names:
            if name != ".hub.json":
                found.append(os.path.relpath(os.path.join(top, name), folder(model)))
    return sorted(found)


def content(model, name):
    path = os.path.join(folder(model), name)
    if name not in files_of(model):
        return None
    with open(path, "rb") as file:
        return file.read()


def count(key):
    with LOCK:
        COUNTS[key] = COUNTS.get(key, 0) + 1
        return COUNTS[key]


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *arguments):
        pass

    def record(self):
        line = {
            "port": "hub" if self.server.server_port == PORTS["hub"] else "cdn",
            "method": self.command,
            "path": self.path,
            "range": self.headers.get("Range", ""),
            "authorization": self.headers.get("Authorization", ""),
            "agent": self.headers.get("User-Agent", ""),
        }
        with LOCK, open(os.path.join(ROOT, "requests.jsonl"), "a", encoding="utf-8") as file:
            file.write(json.dumps(line) + "\n")

    def answer(self, status, headers=None, body=b""):
        self.send_response(status)
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        if "Content-Length" not in (headers or {}):
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def refuse(self, status, code):
        self.answer(status, {"X-Error-Code": code}, b"no")

    def trouble(self, model, where):
        """Whether something went wrong that .hub.json asked for."""
        wanted = behaviour(model).get("status", {})
        if wanted.get("where") != where or count((model, where)) > wanted.get("times", 10**9):
            return False
        headers = {"Retry-After": str(wanted["retry_after"])} if "retry_after" in wanted else {}
        if "error" in wanted:
            headers["X-Error-Code"] = wanted["error"]
        self.answer(wanted["code"], headers, b"trouble")
        return True

    def do_HEAD(self):
        self.record()
        self.route()

    def do_GET(self):
        self.record()
        self.route()

    def route(self):
        path = unquote(urlsplit(self.path).path)
        if self.server.server_port == PORTS["cdn"]:
            return self.large(path)
        if path == "/api/models":
            words = parse_qs(urlsplit(self.path).query).get("search", [""])[0]
            return self.search(words)
        if path.startswith("/api/resolve-cache/models/"):
            owner, name, revision, file = path[len("/api/resolve-cache/models/"):].split("/", 3)
            return self.resolve(owner + "/" + name, revision, file, cached=True)
        if path.startswith("/api/models/"):
            model, _, revision = path[len("/api/models/"):].partition("/revision/")
            return self.api(model, revision)
        model, _, rest = path[1:].partition("/resolve/")
        revision, _, name = rest.partition("/")
        return self.resolve(model, revision, name)

    def search(self, words):
        models = [owner + "/" + name for owner in sorted(os.listdir(ROOT))
                  if os.path.isdir(os.path.join(ROOT, owner)) for name in sorted(os.listdir(os.path.join(ROOT, owner)))]
        found = [{"id": model} for model in models if words.lower() in model.lower()]
        self.answer(200, {"Content-Type": "application/json"}, json.dumps(found).encode())

    def api(self, model, revision):
        if self.trouble(model, "api"):
            return None
        ways = behaviour(model)
        if "renamed_to" in ways:
            return self.answer(307, {"Location": "/api/models/" + ways["renamed_to"] + "/revision/" + revision})
        if "elsewhere" in ways:
            return self.answer(302, {"Location": "http://127.0.0.1:%d/cdn/x" % PORTS["cdn"]})
        if "not_json" in ways:
            return self.answer(200, {}, b"<!DOCTYPE html><title>Log in to the hotel's network</title>")
        if not os.path.isdir(folder(model)):
            return self.refuse(401, "RepoNotFound")
        if revision not in ways.get("revisions", ["main"]) and revision != commit_of(model):
            return self.refuse(404, "RevisionNotFound")
        names = ways.get("files", files_of(model))
        facts = {
            "id": model, "sha": commit_of(model), "private": False, "gated": "manual" if ways.get("token") else False,
            "cardData": {"license": "apache-2.0"}, "pipeline_tag": "image-classification", "library_name": "timm",
            "siblings": [{"rfilename": name} for name in names],
        }
        return self.answer(200, {"Content-Type": "application/json"}, json.dumps(facts).encode())

    def resolve(self, model, revision, name, cached=False):
        if self.trouble(model, "resolve"):
            return None
        ways = behaviour(model)
        if "renamed_to" in ways:
            return self.answer(307, {"Location": "/" + ways["renamed_to"] + "/resolve/" + revision + "/" + name})
        if ways.get("token") and self.headers.get("Authorization") != "Bearer " + ways["token"]:
            return self.refuse(403 if self.headers.get("Authorization") else 401, "GatedRepo")
        body = content(model, name)
        if body is None:
            return self.refuse(404, "EntryNotFound")
        if len(body) < LARGE and ways.get("cached") and not cached:
            return self.answer(307, {
                "Location": "/api/resolve-cache/models/%s/%s/%s?%%2Fx=y" % (model, revision, name),
                "X-Linked-Etag": '"%s"' % hashlib.sha1(b"blob %d\0" % len(body) + body).hexdigest()})
        if len(body) < LARGE:
            etag = '"%s"' % hashlib.sha1(b"blob %d\0" % len(body) + body).hexdigest()
            headers = {"ETag": ("W/" if ways.get("weak") else "") + etag, "X-Repo-Commit": commit_of(model),
                       "Content-Length": str(len(body))}
            return self.answer(200, headers, body)
        location = ways.get("location", "http://127.0.0.1:%d/cdn/%s/%s?signature=x" % (PORTS["cdn"], model, name))
        return self.answer(302, {
            "X-Repo-Commit": commit_of(model), "X-Linked-Etag": '"%s"' % hashlib.sha256(body).hexdigest(),
            "X-Linked-Size": str(ways.get("size", len(body))), "ETag": '"of-the-redirect"', "Location": location})

    def large(self, path):
        model, name = path[len("/cdn/"):].rsplit("/", 1)
        if not os.path.isdir(folder(model)):
            return self.answer(404)
        if self.trouble(model, "cdn"):
            return None
        ways = behaviour(model)
        body = content(model, name)
        if ways.get("wrong"):
            body = body[:-1] + bytes([body[-1] ^ 1])
        if "longer" in ways:
            body += b"x" * ways["longer"]
        if "shorter" in ways:
            body = body[:-ways["shorter"]]
        start = 0
        if self.headers.get("Range") and not ways.get("no_ranges"):
            start = int(self.headers["Range"].split("=")[1].split("-")[0])
            if start >= len(body):
                return self.answer(416, {"Content-Range": "bytes */%d" % len(body)})
            self.send_response(206)
            self.send_header("Content-Range", "bytes %d-%d/%d" % (start, len(body) - 1, len(body)))
        else:
            self.send_response(200)
        self.send_header("Content-Length", str(len(body) - start))
        self.end_headers()
        return self.pour(model, body[start:], ways)

    def pour(self, model, body, ways):
        """In pieces, as slowly and as far as it was asked for."""
        piece = ways.get("piece", 1 << 16)
        cut = ways.get("cut_after") if count((model, "cut")) <= ways.get("cut_times", 10**9) else None
        try:
            for at in range(0, len(body), piece):
                if cut is not None and at + piece > cut:
                    self.wfile.write(body[at:cut])
                    self.wfile.flush()
                    self.close_connection = True
                    self.connection.shutdown(socket.SHUT_RDWR)
                    return
                self.wfile.write(body[at:at + piece])
                if "pause" in ways:
                    time.sleep(ways["pause"])
        except OSError:
            self.close_connection = True


class Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def handle_error(self, request, client_address):
        pass


def main():
    servers = {name: Server(("127.0.0.1", 0), Handler) for name in ("hub", "cdn")}
    mute = socket.socket()
    mute.bind(("127.0.0.1", 0))
    mute.listen(16)
    PORTS.update({name: server.server_port for name, server in servers.items()})
    for server in servers.values():
        threading.Thread(target=server.serve_forever, daemon=True).start()
    print(PORTS["hub"], PORTS["cdn"], mute.getsockname()[1], flush=True)
    sys.stdin.read()


main()
