# SPDX-License-Identifier: ISC
"""What server.py is asked, with the ways to answer that behave well."""

PAGE = (b"<!doctype html><html lang=en><title>A page</title><body><article>"
        b"<h1>A page</h1><p>This is the text of a page of the web, which is "
        b"long enough to be read as one.</p></article></html>")


class Request:
    """What was asked for, and the connection to answer on."""

    def __init__(self, server, connection, port):
        self.server, self.connection, self.port = server, connection, port
        self.method, self.path, self.headers = "", "", {}

    def read(self):
        """Reads the head; False when there is none."""
        text = b""
        while b"\r\n\r\n" not in text:
            piece = self.connection.recv(65536)
            if not piece:
                return False
            text += piece
            if text[0] == 0x16:  # TLS, where it is not spoken
                self.head("400 Bad Request")
                return False
        first, *lines = text.decode("latin-1").split("\r\n")
        self.method, self.path, _ = first.split(" ")
        self.headers = {name.lower(): value.strip() for name, _, value in
                        (line.partition(":") for line in lines if line)}
        return True

    def write(self, data):
        self.connection.sendall(
            data.encode() if isinstance(data, str) else data)

    def head(self, status="200 OK", **headers):
        """Writes the head; a header's name has _ in the place of -."""
        self.write(f"HTTP/1.1 {status}\r\nConnection: close\r\n")
        for name, value in headers.items():
            self.write(f"{name.replace('_', '-')}: ".encode() +
                       (value if isinstance(value, bytes)
                        else str(value).encode()) + b"\r\n")
        self.write("\r\n")

    def page(self, body=PAGE, type="text/html; charset=utf-8", **headers):
        """Writes a page as it should be."""
        self.head(Content_Type=type, Content_Length=len(body), **headers)
        self.write(body)

    def to(self, where, status="302 Found", **headers):
        self.head(status, Location=where, Content_Length=0, **headers)
