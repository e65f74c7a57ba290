"""Help: keys, version, where the data lies, licences."""
