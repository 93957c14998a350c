-- Rights of the app role. Runs as the owner after every deployment and may run any number of times.
-- The setting slipway.app_role holds the role's name.
do $$
declare
  app text := current_setting('slipway.app_role');
  guarded record;
begin
  -- The application's tables: everything but their structure.
  execute format('grant usage on schema public to %I', app);
  execute format('grant select, insert, update, delete on all tables in schema public to %I', app);
  execute format('grant usage, select on all sequences in schema public to %I', app);

  -- Tables that end with their transaction: an import is compared in them.
  execute format('grant temporary on database %I to %I', current_database(), app);

  -- Audit rows are written once. Migrations are the owner's business.
  if to_regclass('public."AuditEvent"') is not null then
    execute format('revoke update, delete, truncate on public."AuditEvent" from %I', app);
  end if;
  if to_regclass('public._prisma_migrations') is not null then
    execute format('revoke all on public._prisma_migrations from %I', app);
  end if;

  -- The job queue: the app adds jobs and works them off.
  execute format('grant usage on schema graphile_worker to %I', app);
  execute format('grant all on all tables in schema graphile_worker to %I', app);
  execute format('grant all on all sequences in schema graphile_worker to %I', app);
  execute format('grant execute on all functions in schema graphile_worker to %I', app);

  -- Its tables have row level security without a policy, which lets nobody but their owner through.
  for guarded in
    select c.relname as name
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'graphile_worker'
      and c.relkind in ('r', 'p')
      and c.relrowsecurity
      and not exists (
        select from pg_policies p
        where p.schemaname = n.nspname
          and p.tablename = c.relname
          and p.policyname = 'app_works'
          and app = any (p.roles)
      )
  loop
    execute format('drop policy if exists app_works on graphile_worker.%I', guarded.name);
    execute format(
      'create policy app_works on graphile_worker.%I for all to %I using (true) with check (true)',
      guarded.name, app
    );
  end loop;
end
$$;
