"""What people and programs judge: which records hold, and later, which names are one."""
