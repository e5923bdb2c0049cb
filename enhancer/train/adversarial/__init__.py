"""What the two players are told: losses, penalties, and which of them make sense together."""
