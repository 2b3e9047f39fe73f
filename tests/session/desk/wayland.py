# SPDX-License-Identifier: GPL-3.0-or-later
"""A Wayland client, as small as injected input needs it: requests by number, no bindings."""
import array
import os
import socket
import struct

DISPLAY, REGISTRY = 1, 2
SYNC, GET_REGISTRY, BIND = 0, 1, 0


class Connection:
    """Arguments are formatted by the wire's letters: i u f s o n h."""

    def __init__(self, path):
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.connect(path)
        self._buffer = b''
        self._next = REGISTRY
        self._handlers = {DISPLAY: self._failed}
        self._globals = {}
        self.send(DISPLAY, GET_REGISTRY, 'n', self.create(self._announced))
        self.roundtrip()

    def close(self):
        self._socket.close()

    def fileno(self):
        return self._socket.fileno()

    def offers(self, interface):
        return interface in self._globals

    def create(self, handler=lambda opcode, body: None):
        """A new object's number, which must be sent before the next is made."""
        number, self._next = self._next, self._next + 1
        self._handlers[number] = handler
        return number

    def bind(self, interface, version):
        name, offered = self._globals[interface]
        number = self.create()
        self.send(REGISTRY, BIND, 'usun', name, interface, min(version, offered), number)
        return number

    def send(self, target, opcode, letters='', *arguments):
        body = b''.join(_encode(letter, value) for letter, value in zip(letters, arguments))
        files = [value for letter, value in zip(letters, arguments) if letter == 'h']
        ancillary = [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array('i', files))] if files else []
        head = struct.pack('=II', target, (len(body) + 8) << 16 | opcode)
        self._socket.sendmsg([head + body], ancillary)

    def roundtrip(self):
        """Wait until the compositor has taken all that was sent."""
        done = []
        self.send(DISPLAY, SYNC, 'n', self.create(lambda opcode, body: done.append(True)))
        while not done:
            self.dispatch()

    def dispatch(self):
        data = self._socket.recv(65536)
        if not data:
            raise EOFError('the compositor has closed the connection')
        self._buffer += data
        while len(self._buffer) >= 8:
            target, word = struct.unpack_from('=II', self._buffer)
            if len(self._buffer) < word >> 16:
                break
            body, self._buffer = self._buffer[8:word >> 16], self._buffer[word >> 16:]
            self._handlers[target](word & 0xffff, body) if target in self._handlers else None

    def _failed(self, opcode, body):
        if opcode == 0:
            raise RuntimeError(f'the compositor refused: {body[12:].rstrip(bytes(1)).decode()}')

    def _announced(self, opcode, body):
        if opcode == 0:
            name, length = struct.unpack_from('=II', body)
            interface = body[8:8 + length - 1].decode()
            self._globals[interface] = (name, struct.unpack('=I', body[-4:])[0])


def _encode(letter, value):
    if letter == 's':
        text = value.encode() + b'\0'
        return struct.pack('=I', len(text)) + text + bytes(-len(text) % 4)
    if letter == 'h':
        return b''
    if letter == 'f':
        return struct.pack('=i', int(value * 256))
    return struct.pack('=i' if letter == 'i' else '=I', value)


def socket_path(environment):
    """Where the display of an environment listens."""
    return os.path.join(environment['XDG_RUNTIME_DIR'], environment['WAYLAND_DISPLAY'])
