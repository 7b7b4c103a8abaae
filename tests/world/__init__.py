"""A seeded world of departments, projects and self-evaluation forms, with faults of known kind in known places."""
