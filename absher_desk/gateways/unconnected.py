"""What stands where a gateway has not been connected: it says so, and nothing is lost."""

from absher_desk.operations.errors import Unavailable


class UnconnectedSender:
    """No way to send messages yet: each stays in the outbox and is tried again."""

    def send(self, channel: str, recipient: str, text: str) -> None:  # noqa: ARG002
        """Always `Unavailable` (`gateway.not-connected`)."""
        raise Unavailable("gateway.not-connected", channel=channel)
