"""The stock desk: any SKU found and changed with two keys, and on what terms claims get it."""
