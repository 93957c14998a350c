-- Roles, groups and people at the size of an enterprise. Their ids become the customer's own texts; what rows
-- refer to each other by are numbers of ours, because half a million memberships are read at once.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- Permissions become a map: key -> true (on), false (off, in the tri-state model) or a level.
UPDATE "CustomRole" SET "permissions" = (
  SELECT coalesce(jsonb_object_agg(key, true), '{}') FROM jsonb_array_elements_text("permissions") key
);
UPDATE "WorkspaceDefaults" SET "permissions" = (
  SELECT coalesce(jsonb_object_agg(key, true), '{}') FROM jsonb_array_elements_text("permissions") key
);

ALTER TABLE "GroupMember" DROP CONSTRAINT "GroupMember_groupId_fkey", DROP CONSTRAINT "GroupMember_personId_fkey";
ALTER TABLE "GroupRole" DROP CONSTRAINT "GroupRole_groupId_fkey", DROP CONSTRAINT "GroupRole_roleId_fkey";

ALTER TABLE "CustomRole" DROP CONSTRAINT "CustomRole_pkey",
  ADD COLUMN "number" SERIAL NOT NULL,
  ALTER COLUMN "id" TYPE TEXT USING "id"::text,
  ADD CONSTRAINT "CustomRole_pkey" PRIMARY KEY ("number");
ALTER TABLE "Group" DROP CONSTRAINT "Group_pkey",
  ADD COLUMN "number" SERIAL NOT NULL,
  ALTER COLUMN "id" TYPE TEXT USING "id"::text,
  ADD COLUMN "isImported" BOOLEAN NOT NULL DEFAULT false,
  ADD CONSTRAINT "Group_pkey" PRIMARY KEY ("number");
ALTER TABLE "Person" DROP CONSTRAINT "Person_pkey",
  ADD COLUMN "number" SERIAL NOT NULL,
  ALTER COLUMN "id" TYPE TEXT USING "id"::text,
  ADD COLUMN "isImported" BOOLEAN NOT NULL DEFAULT false,
  ADD CONSTRAINT "Person_pkey" PRIMARY KEY ("number");

CREATE UNIQUE INDEX "CustomRole_workspaceId_id_key" ON "CustomRole"("workspaceId", "id");
CREATE UNIQUE INDEX "Group_workspaceId_id_key" ON "Group"("workspaceId", "id");
CREATE UNIQUE INDEX "Person_workspaceId_id_key" ON "Person"("workspaceId", "id");

-- Any part of name or e-mail address.
CREATE INDEX "Person_search_idx" ON "Person" USING gin (("name" || ' ' || "email") gin_trgm_ops);

ALTER TABLE "GroupMember" DROP CONSTRAINT "GroupMember_pkey",
  ADD COLUMN "groupNumber" INTEGER,
  ADD COLUMN "personNumber" INTEGER,
  ADD COLUMN "isImported" BOOLEAN NOT NULL DEFAULT false;
UPDATE "GroupMember" m SET "groupNumber" = g."number", "personNumber" = p."number"
  FROM "Group" g, "Person" p
  WHERE g."workspaceId" = m."workspaceId" AND g."id" = m."groupId"::text
    AND p."workspaceId" = m."workspaceId" AND p."id" = m."personId"::text;
ALTER TABLE "GroupMember" DROP COLUMN "groupId", DROP COLUMN "personId",
  ALTER COLUMN "groupNumber" SET NOT NULL,
  ALTER COLUMN "personNumber" SET NOT NULL,
  ADD CONSTRAINT "GroupMember_pkey" PRIMARY KEY ("groupNumber", "personNumber"),
  ADD CONSTRAINT "GroupMember_groupNumber_fkey" FOREIGN KEY ("groupNumber") REFERENCES "Group"("number") ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CONSTRAINT "GroupMember_personNumber_fkey" FOREIGN KEY ("personNumber") REFERENCES "Person"("number") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX "GroupMember_personNumber_idx" ON "GroupMember"("personNumber");

ALTER TABLE "GroupRole" DROP CONSTRAINT "GroupRole_pkey",
  ADD COLUMN "groupNumber" INTEGER,
  ADD COLUMN "roleNumber" INTEGER;
UPDATE "GroupRole" r SET "groupNumber" = g."number", "roleNumber" = c."number"
  FROM "Group" g, "CustomRole" c
  WHERE g."workspaceId" = r."workspaceId" AND g."id" = r."groupId"::text
    AND c."workspaceId" = r."workspaceId" AND c."id" = r."roleId"::text;
ALTER TABLE "GroupRole" DROP COLUMN "groupId", DROP COLUMN "roleId",
  ALTER COLUMN "groupNumber" SET NOT NULL,
  ALTER COLUMN "roleNumber" SET NOT NULL,
  ADD CONSTRAINT "GroupRole_pkey" PRIMARY KEY ("groupNumber", "roleNumber"),
  ADD CONSTRAINT "GroupRole_groupNumber_fkey" FOREIGN KEY ("groupNumber") REFERENCES "Group"("number") ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CONSTRAINT "GroupRole_roleNumber_fkey" FOREIGN KEY ("roleNumber") REFERENCES "CustomRole"("number") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX "GroupRole_roleNumber_idx" ON "GroupRole"("roleNumber");

CREATE TABLE "DirectRole" (
    "workspaceId" UUID NOT NULL,
    "personNumber" INTEGER NOT NULL,
    "roleNumber" INTEGER NOT NULL,

    CONSTRAINT "DirectRole_pkey" PRIMARY KEY ("personNumber","roleNumber"),
    CONSTRAINT "DirectRole_personNumber_fkey" FOREIGN KEY ("personNumber") REFERENCES "Person"("number") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "DirectRole_roleNumber_fkey" FOREIGN KEY ("roleNumber") REFERENCES "CustomRole"("number") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "DirectRole_roleNumber_idx" ON "DirectRole"("roleNumber");
CREATE INDEX "DirectRole_workspaceId_idx" ON "DirectRole"("workspaceId");

CREATE TABLE "ResolutionModel" (
    "workspaceId" UUID NOT NULL,
    "model" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "changedBy" TEXT NOT NULL,

    CONSTRAINT "ResolutionModel_pkey" PRIMARY KEY ("workspaceId")
);

CREATE TABLE "DirectoryStamp" (
    "workspaceId" UUID NOT NULL,
    "rules" INTEGER NOT NULL,
    "people" INTEGER NOT NULL,

    CONSTRAINT "DirectoryStamp_pkey" PRIMARY KEY ("workspaceId")
);

CREATE TABLE "DirectoryChange" (
    "workspaceId" UUID NOT NULL,
    "people" INTEGER NOT NULL,
    "persons" INTEGER[],

    CONSTRAINT "DirectoryChange_pkey" PRIMARY KEY ("workspaceId","people")
);

-- Every process keeps what it resolved, and asks these counts before it uses that again. They are counted here,
-- so that no write can forget to, and commit with what they count.
CREATE FUNCTION stamp_rules() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "DirectoryStamp" AS s ("workspaceId", "rules", "people")
    SELECT DISTINCT "workspaceId", 1, 0 FROM touched
    ON CONFLICT ("workspaceId") DO UPDATE SET "rules" = s."rules" + 1;
  RETURN NULL;
END
$$;

-- Notes that `persons` of a workspace were written; without any, that anybody may have been.
CREATE FUNCTION stamp_people(workspace uuid, numbers integer[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  stamp integer;
BEGIN
  INSERT INTO "DirectoryStamp" AS s ("workspaceId", "rules", "people") VALUES (workspace, 0, 1)
    ON CONFLICT ("workspaceId") DO UPDATE SET "people" = s."people" + 1
    RETURNING s."people" INTO stamp;
  INSERT INTO "DirectoryChange" ("workspaceId", "people", "persons") VALUES (workspace, stamp, numbers);
  DELETE FROM "DirectoryChange" WHERE "workspaceId" = workspace AND "people" <= stamp - 200;
END
$$;

-- Who is in which group, and roles given directly.
CREATE FUNCTION stamp_places() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM stamp_people(t."workspaceId", t.numbers) FROM (
    SELECT "workspaceId", CASE WHEN count(*) > 1000 THEN '{}' ELSE array_agg(DISTINCT "personNumber") END AS numbers
    FROM touched GROUP BY "workspaceId"
  ) t;
  RETURN NULL;
END
$$;

-- People who came or went.
CREATE FUNCTION stamp_persons() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM stamp_people(t."workspaceId", '{}') FROM (SELECT DISTINCT "workspaceId" FROM touched) t;
  RETURN NULL;
END
$$;

-- A name decides where somebody stands, so a new one is about anybody.
CREATE FUNCTION stamp_changed_persons() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM stamp_people(t."workspaceId", t.numbers) FROM (
    SELECT n."workspaceId", CASE
      WHEN count(*) > 1000 OR bool_or(n."name" <> o."name" OR n."id" <> o."id") THEN '{}'
      ELSE array_agg(n."number")
    END AS numbers
    FROM touched n JOIN before o USING ("number") GROUP BY n."workspaceId"
  ) t;
  RETURN NULL;
END
$$;

DO $$
DECLARE
  name text;
  kinds text[][] := ARRAY[
    ARRAY['WorkspaceDefaults', 'stamp_rules'], ARRAY['ResolutionModel', 'stamp_rules'],
    ARRAY['CustomRole', 'stamp_rules'], ARRAY['Group', 'stamp_rules'], ARRAY['GroupRole', 'stamp_rules'],
    ARRAY['GroupMember', 'stamp_places'], ARRAY['DirectRole', 'stamp_places'], ARRAY['Person', 'stamp_persons']
  ];
  kind text[];
BEGIN
  FOREACH kind SLICE 1 IN ARRAY kinds LOOP
    EXECUTE format('CREATE TRIGGER directory_inserted AFTER INSERT ON %I
      REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION %I()', kind[1], kind[2]);
    EXECUTE format('CREATE TRIGGER directory_deleted AFTER DELETE ON %I
      REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION %I()', kind[1], kind[2]);
    IF kind[1] <> 'Person' THEN
      EXECUTE format('CREATE TRIGGER directory_updated AFTER UPDATE ON %I
        REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION %I()', kind[1], kind[2]);
    END IF;
  END LOOP;
END
$$;
CREATE TRIGGER directory_updated AFTER UPDATE ON "Person"
  REFERENCING OLD TABLE AS before NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION stamp_changed_persons();

-- The stamps of the example go last, because what goes before them is counted.
CREATE OR REPLACE FUNCTION remove_example_workspace(example uuid) RETURNS void LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  scoped text;
  people uuid[];
BEGIN
  PERFORM FROM "Workspace" WHERE "id" = example AND "isExample" FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'only the example can be removed' USING ERRCODE = 'insufficient_privilege';
  END IF;
  SELECT coalesce(array_agg(m."accountId"), '{}') INTO people
    FROM "Member" m JOIN "Account" a ON a."id" = m."accountId"
    WHERE m."workspaceId" = example AND a."email" LIKE '%@acme.example';

  -- What refers to other rows of the workspace goes first.
  FOREACH scoped IN ARRAY ARRAY[
    'ApiToken', 'GroupMember', 'GroupRole', 'DirectRole', 'MeasureValue', 'WaveDecision'
  ] LOOP
    EXECUTE format('DELETE FROM %I WHERE "workspaceId" = $1', scoped) USING example;
  END LOOP;
  FOR scoped IN
    SELECT c.table_name FROM information_schema.columns c
    JOIN information_schema.tables t USING (table_schema, table_name)
    WHERE c.table_schema = 'public' AND c.column_name = 'workspaceId' AND t.table_type = 'BASE TABLE'
    ORDER BY c.table_name IN ('DirectoryStamp', 'DirectoryChange')
  LOOP
    EXECUTE format('DELETE FROM %I WHERE "workspaceId" = $1', scoped) USING example;
  END LOOP;
  DELETE FROM "Workspace" WHERE "id" = example;

  -- The invented people's accounts, unless somebody made them members elsewhere.
  people := ARRAY(
    SELECT p FROM unnest(people) p WHERE NOT EXISTS (SELECT FROM "Member" m WHERE m."accountId" = p)
  );
  DELETE FROM "Session" WHERE "accountId" = ANY (people);
  DELETE FROM "OneTimeLink" WHERE "accountId" = ANY (people);
  DELETE FROM "Account" WHERE "id" = ANY (people);
END
$$;
