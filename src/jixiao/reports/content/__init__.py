"""What a report says, as plain data: the one content of the Word report, the page, and a firm's own template."""
