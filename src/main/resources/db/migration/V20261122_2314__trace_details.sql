-- everything else that was agreed about an element; nothing where it was agreed before this was kept
alter table trace_agreed add column details text;
