"""The self-evaluation of a whole department: its own form, the list of its projects, its report in Word."""
