"""How well the audit finds faults: consistent reports made at random, in several layouts, with faults in them."""
