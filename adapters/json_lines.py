"""The loop of an adapter in Python: `agentid-adapter/1` over standard input and output.

One JSON object a line. Calls of `acquire` overlap, as those of a busy program would, so replies may
come in any order."""

import json
import logging
import os
import sys
import threading
from concurrent.futures import ThreadPoolExecutor, wait

SECONDS_TO_END = 4


class Failure(Exception):
    """`kind` is server, client, timeout or unsupported."""

    def __init__(self, kind, message, **details):
        super().__init__(message)
        self.reply = {"kind": kind, "message": message, **details}


class JsonLinesAdapter:
    """What every adapter does. A subclass says `hello`, and makes clients whose `acquire` gives a
    token: `new_client(configuration)`."""

    def __init__(self):
        self.configuration = None
        self.client = None

    def configure(self, message):
        level = {"trace": logging.DEBUG, "info": logging.INFO}.get(message["logLevel"])
        logging.getLogger().setLevel(level or logging.CRITICAL + 1)
        self.client = None
        self.client = self.new_client(message)
        self.configuration = message
        return {}

    def acquire(self, message):
        return {"token": self._configured().acquire(message)}

    def reset(self, _):
        self._configured()
        self.client = self.new_client(self.configuration)
        return {}

    def shutdown(self, _):
        return {}

    def failure_of(self, error):
        """The reply to an error of the library."""
        return {"kind": "client", "message": f"{type(error).__name__}: {error}"}

    def answer(self, message):
        operation = message.get("op")
        try:
            if operation not in ("hello", "configure", "acquire", "reset", "shutdown"):
                raise Failure("unsupported", f"the operation {operation} is not supported")
            return {"ok": True, **getattr(self, operation)(message)}
        except Failure as failure:
            return {"ok": False, "error": failure.reply}
        except Exception as error:
            return {"ok": False, "error": self.failure_of(error)}

    def _configured(self):
        if self.client is None:
            raise Failure("client", "configure comes first")
        return self.client


def serve_json_lines(adapter):
    logging.basicConfig(stream=sys.stderr)
    write, writing = sys.stdout, threading.Lock()
    # Standard output belongs to the protocol; whatever a library prints is a log.
    sys.stdout = sys.stderr

    def serve(message):
        line = json.dumps({"id": message.get("id"), **adapter.answer(message)})
        with writing:
            print(line, file=write, flush=True)

    calls, under_way, seconds_to_end = ThreadPoolExecutor(32), [], SECONDS_TO_END
    for line in sys.stdin:
        message = json.loads(line)
        # Only acquire overlaps; what follows a configure finds it done.
        if message.get("op") == "acquire":
            under_way.append(calls.submit(serve, message))
        else:
            serve(message)
        if message.get("op") == "shutdown":
            seconds_to_end = 0
            break
    wait(under_way, timeout=seconds_to_end)
    os._exit(0)  # A thread that still waits for an answer would keep the process alive.
