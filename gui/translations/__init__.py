"""The texts of the window in other languages: .ts files to edit, .qm files to load, and what makes one of the other."""
