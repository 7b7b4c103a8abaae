"""Self-evaluation forms as people see them: empty and completed forms, findings, statistics, the overview."""
