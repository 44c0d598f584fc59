"""A line to a server that can be cut: what it carries is real, the breaks in it are ours."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

ANSWER = 65_536  # bytes taken at once


class Line:
    """Carries what comes to its port to a server and back; counts the server's answers."""

    def __init__(self, port: int) -> None:
        self._to = port
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.uri = f"bolt://127.0.0.1:{self._listener.getsockname()[1]}"
        self.answers, self.breaks = 0, 0
        self.lose_every = 0  # the n-th answer is lost, and the connection with it; 0 = none
        self.is_dead = False  # nothing comes through any more
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        """Listen no more."""
        self._listener.close()

    def _accept(self) -> None:
        with suppress(OSError):  # closed
            while True:
                client, _ = self._listener.accept()
                if self.is_dead:
                    client.close()
                    continue
                server = socket.create_connection(("127.0.0.1", self._to))
                for source, sink, is_answer in ((client, server, False), (server, client, True)):
                    threading.Thread(target=self._carry, args=(source, sink, is_answer), daemon=True).start()

    def _carry(self, source: socket.socket, sink: socket.socket, is_answer: bool) -> None:
        with suppress(OSError):  # the other direction has closed both
            while data := source.recv(ANSWER):
                self.answers += is_answer
                is_lost = self.lose_every and self.answers % self.lose_every == 0
                if self.is_dead or (is_answer and is_lost):
                    self.breaks += 1
                    break
                sink.sendall(data)
        for end in (source, sink):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()


@contextmanager
def line(uri: str) -> Iterator[Line]:
    """A line to the server at a bolt address."""
    carried = Line(int(uri.rpartition(":")[2]))
    try:
        yield carried
    finally:
        carried.close()
