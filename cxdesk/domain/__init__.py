"""What is true: records and rules, without Qt, SQL, files or clock."""
