"""One window for each shop file: a second start rings at the first window instead of opening another."""

import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, QThread, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

TRIES, PAUSE_MS = 30, 100  # the first start may hold the lock and not listen yet


def name(path: Path) -> str:
    """The name of the doorbell of a shop file; the same for every spelling of its path."""
    return "cxdesk-" + hashlib.sha256(str(path.resolve()).encode()).hexdigest()[:24]


class Doorbell(QObject):
    """Listens for later starts; made only by who holds the shop file's lock, so what it finds there is dead."""

    rung = Signal()

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        QLocalServer.removeServer(name(path))
        self._server.listen(name(path))

    def close(self) -> None:
        """Listen no more."""
        self._server.close()

    def _answer(self) -> None:
        while (caller := self._server.nextPendingConnection()) is not None:
            caller.disconnected.connect(caller.deleteLater)
            caller.disconnectFromServer()
            self.rung.emit()


def ring(path: Path) -> bool:
    """Ask the window of a shop file to come forward; whether somebody was there."""
    for _ in range(TRIES):
        socket = QLocalSocket()
        socket.connectToServer(name(path))
        if socket.waitForConnected(1000):
            socket.waitForDisconnected(1000)
            return True
        QThread.msleep(PAUSE_MS)
    return False
