"""A TCP server on loopback that does to each connection what a script says: for faults no HTTP library would commit."""

from __future__ import annotations

import socket
import ssl
import struct
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

Script = Callable[["Connection"], None]
CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"


class Connection:
    """The server's end of one connection."""

    def __init__(self, sock: socket.socket, server: TcpServer) -> None:
        self.socket = sock
        self._server = server
        self._buffer = b""

    def request(self) -> bytes:
        """The head and body of the next request, or nothing once the client has hung up."""
        while b"\r\n\r\n" not in self._buffer:
            if not self._more():
                return b""
        head, _, rest = self._buffer.partition(b"\r\n\r\n")
        length = next(
            (int(line[15:]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")), 0
        )
        while len(rest) < length:
            if not self._more():
                return b""
            rest = self._buffer.partition(b"\r\n\r\n")[2]
        self._buffer = rest[length:]
        request = head + b"\r\n\r\n" + rest[:length]
        self._server.requests.append(request)
        return request

    def send(self, data: bytes) -> None:
        self.socket.sendall(data)

    def option(self, level: int, name: int, value: int) -> None:
        """Set an option of the socket."""
        self.socket.setsockopt(level, name, value)

    def drip(self, data: bytes, pause: float = 0.05) -> None:
        """Byte by byte, until the client hangs up."""
        for byte in data:
            self.send(bytes([byte]))
            time.sleep(pause)

    def sip(self, size: int, pause: float) -> None:
        """Take what the client sends by small swallows, until it hangs up."""
        while self.socket.recv(size):
            time.sleep(pause)

    def reset(self) -> None:
        """Close with an RST instead of a FIN."""
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.socket.close()

    def wait(self) -> None:
        """Until the client hangs up or the server ends."""
        while self._more():
            pass

    def _more(self) -> bool:
        data = self.socket.recv(65536)
        self._buffer += data
        return bool(data)


class TcpServer:
    """Listens on a free port, with TLS if it is given a context. `requests` and `connections` tell what came."""

    def __init__(self, script: Script, tls: ssl.SSLContext | None = None) -> None:
        self._script = script
        self._tls = tls
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.socketets: list[socket.socket] = []
        self._threads: list[threading.Thread] = []
        self._ended = threading.Semaphore(0)
        self.requests: list[bytes] = []
        self.port: int = self._listener.getsockname()[1]
        self.url = f"{'https' if tls else 'http'}://127.0.0.1:{self.port}"
        self._acceptor = threading.Thread(target=self._accept, daemon=True)
        self._acceptor.start()

    @property
    def connections(self) -> int:
        return len(self.socketets)

    def wait_for_ends(self, count: int) -> None:
        """Until so many connections have ended on this side."""
        for _ in range(count):
            assert self._ended.acquire(timeout=5)

    def close(self) -> None:
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._acceptor.join(5)
        for sock in self.socketets:
            with suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join(5)

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                sock, _ = self._listener.accept()
                sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # else what comes in parts waits for ACKs
                self.socketets.append(sock)
                thread = threading.Thread(target=self._serve, args=(sock,), daemon=True)
                self._threads.append(thread)
                thread.start()

    def _serve(self, sock: socket.socket) -> None:
        with sock, suppress(OSError):  # the client may hang up at any time
            with self._tls.wrap_socket(sock, server_side=True) if self._tls else sock as ready:
                self._script(Connection(ready, self))
        self._ended.release()


@contextmanager
def serving(script: Script, tls: ssl.SSLContext | None = None) -> Iterator[TcpServer]:
    """A server for the length of a `with` block."""
    server = TcpServer(script, tls)
    try:
        yield server
    finally:
        server.close()


def answer(body: bytes = b"", *headers: str, status: str = "200 OK") -> bytes:
    """A well-formed answer."""
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *headers]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def always(data: bytes) -> Script:
    """Every request on every connection gets the same bytes, and the connection stays open."""

    def script(connection: Connection) -> None:
        while connection.request():
            connection.send(data)

    return script


def once(data: bytes) -> Script:
    """The first request of a connection gets these bytes, then the connection ends."""

    def script(connection: Connection) -> None:
        connection.request()
        connection.send(data)

    return script


def echo(connection: Connection) -> None:
    """Each answer is the target that was asked for."""
    while request := connection.request():
        connection.send(answer(request.split(b" ")[1]))


def drip_headers(connection: Connection) -> None:
    """The head of an answer byte by byte, and never all of it."""
    connection.request()
    connection.drip(b"HTTP/1.1 200 OK\r\nX-Long: " + b"a" * 1000)


def drip_body(connection: Connection) -> None:
    """A body byte by byte."""
    connection.request()
    connection.send(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
    connection.drip(b"a" * 1000)


def drip_chunks(connection: Connection) -> None:
    """A chunked body byte by byte."""
    connection.request()
    connection.send(CHUNKED)
    connection.drip(b"1\r\na\r\n" * 300)


def silence(connection: Connection) -> None:
    """No answer at all."""
    connection.wait()


def refused_port() -> int:
    """A port that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
    return port
