"""The program, serving on a port of its own, and people who use it: for the scripts beside this file."""

import http.client
import json
import os
import re
import signal
import subprocess
import threading
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
PROGRAM = os.environ.get("YANZHI", str(TARGET / "debug/yanzhi"))
PASSWORD = "purple otter tram 88"
CITY = "330200"
SETTINGS = {
    "YANZHI_IDENTITY__SECOND_FACTOR_REQUIRED": "false",
    "YANZHI_IDENTITY__PASSWORD_MEMORY_KIB": "7168",
    "YANZHI_IDENTITY__PASSWORD_PASSES": "1",
    "YANZHI_HTTP__REQUESTS_PER_MINUTE": "0",
    "YANZHI_HTTP__SIGN_INS_PER_MINUTE": "0",
}


class Server:
    """The program, serving, until it is killed."""

    def __init__(self, database, fault=None):
        command = [PROGRAM, "--lang", "en", "serve", "--listen", "127.0.0.1:0", "--log", "error", "--database", database]
        if fault:
            name = fault.split(":")[0]
            command = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={name}", "-e", f"inject={fault}", *command]
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env={**os.environ, **SETTINGS}
        )
        self.port, self.first_start, self.said, self.is_killed = None, None, [], False
        ready = threading.Event()
        threading.Thread(target=self._listen, args=(ready,), daemon=True).start()
        if not ready.wait(60) or self.port is None:
            self.kill()
            raise SystemExit("the server does not start:\n" + "".join(self.said))

    def _listen(self, ready):
        for line in self.process.stdout:
            self.said.append(line)
            if found := re.search(r"ready: http://127\.0\.0\.1:(\d+)", line):
                self.port = int(found[1])
                threading.Timer(0.3, ready.set).start()
            if found := re.search(r"one-time code (\S+)", line):
                self.first_start = found[1]
        ready.set()

    def kill(self):
        """Kills the program itself; one that is traced is the child of its tracer."""
        self.is_killed = True
        children = f"/proc/{self.process.pid}/task/{self.process.pid}/children"
        try:
            traced = [int(pid) for pid in Path(children).read_text().split()]
        except FileNotFoundError:
            traced = []
        for pid in [*traced, self.process.pid]:
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
        self.process.wait()


class Person:
    """Somebody in front of a browser; sessions outlive the server."""

    def __init__(self):
        self.cookie, self.csrf = None, None

    def ask(self, connection, method, path, body=None, version=None):
        headers = {"content-type": "application/json"}
        headers |= {"cookie": self.cookie} if self.cookie else {}
        headers |= {"x-csrf-token": self.csrf} if self.csrf else {}
        headers |= {"if-match": f'"v{version}"'} if version else {}
        connection.request(method, "/api/v1" + path, json.dumps(body) if body is not None else None, headers)
        answer = connection.getresponse()
        text = answer.read()
        if given := answer.getheader("set-cookie"):
            self.cookie = given.split(";")[0]
        said = json.loads(text) if text else {}
        self.csrf = said.get("csrf_token") or self.csrf
        return answer.status, said

    def must(self, *request, **options):
        status, said = self.ask(*request, **options)
        if status not in (200, 201):
            raise SystemExit(f"{request[1:]}: {status} {said}")
        return said

    def sign_in(self, connection, login):
        self.must(connection, "POST", "/session", {"login": login, "password": PASSWORD})
        return self


def connect(server):
    return http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)


def accept(connection, invited):
    secret = invited["link"].split("#")[1]
    Person().must(connection, "POST", "/invitations/accept", {"secret": secret, "password": PASSWORD})


def somebody(connection, admin, security, role):
    """Invites somebody with a role, who signs in."""
    invited = admin.must(connection, "POST", "/accounts", {"login": role, "name": role, "organisation": CITY})
    accept(connection, invited)
    path = f"/accounts/{invited['account']['id']}"
    version = security.must(connection, "GET", path)["version"]
    security.must(connection, "POST", path + "/roles", {"role": role, "organisation": CITY}, version=version)
    return Person().sign_in(connection, role)


def bring_in(database):
    """Makes the tables and brings the example pack in."""
    pack = [PROGRAM, "import", str(ROOT / "packs/ningbo"), "--database", database]
    subprocess.run(pack, check=True, capture_output=True, env={**os.environ, **SETTINGS})


def set_up(server):
    """The first start: the system administrator and the security administrator, signed in."""
    connection = connect(server)
    said = {
        "code": server.first_start,
        "system_admin": {"login": "sysadmin", "name": "sysadmin"},
        "password": PASSWORD,
        "security_admin": {"login": "secadmin", "name": "secadmin"},
    }
    if not Person().must(connection, "GET", "/setup")["has_organisation"]:
        said["organisation"] = {"code": CITY, "name": {"zh": "宁波市", "en": "Ningbo"}}
    accept(connection, Person().must(connection, "POST", "/setup", said))
    admin = Person().sign_in(connection, "sysadmin")
    security = Person().sign_in(connection, "secadmin")
    return admin, security
