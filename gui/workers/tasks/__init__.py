"""What the children can do, one task a file: arguments and a sink in, plain values out. No Qt here."""
