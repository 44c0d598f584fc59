"""What people and programs judge: which records hold, and which names are one."""
