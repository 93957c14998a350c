-- After a large import the planner still believes that a workspace is empty, and joins by nested loops until
-- autovacuum looks. Only their owner may analyze tables; the app's role calls this in the importing transaction.
CREATE FUNCTION analyze_directory() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  ANALYZE "Person", "Group", "GroupMember";
END
$$;
