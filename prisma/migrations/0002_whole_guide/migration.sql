-- AlterTable
ALTER TABLE "Member" ADD COLUMN     "deactivatedAt" TIMESTAMPTZ(3),
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "Owner" ADD COLUMN     "standInEmail" TEXT,
ADD COLUMN     "standInName" TEXT;

-- AlterTable
ALTER TABLE "Workspace" ADD COLUMN     "isExample" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "labels" TEXT NOT NULL DEFAULT '2026-03',
ADD COLUMN     "labelsVersion" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "Invitation" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "appRole" TEXT NOT NULL,
    "name" TEXT,
    "email" TEXT,
    "endsAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdBy" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "usedBy" UUID,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Attestation" (
    "id" BIGSERIAL NOT NULL,
    "workspaceId" UUID NOT NULL,
    "taskId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "note" TEXT,
    "link" TEXT,
    "restsOn" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,

    CONSTRAINT "Attestation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EvidenceFile" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "taskId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "content" BYTEA NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,

    CONSTRAINT "EvidenceFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Acceptance" (
    "id" BIGSERIAL NOT NULL,
    "workspaceId" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "endsOn" DATE,
    "restsOn" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,

    CONSTRAINT "Acceptance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StepSignOff" (
    "id" BIGSERIAL NOT NULL,
    "workspaceId" UUID NOT NULL,
    "step" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "hash" TEXT NOT NULL,
    "note" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,

    CONSTRAINT "StepSignOff_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuthenticationReview" (
    "workspaceId" UUID NOT NULL,
    "answers" JSONB NOT NULL,
    "version" INTEGER NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "changedBy" TEXT NOT NULL,

    CONSTRAINT "AuthenticationReview_pkey" PRIMARY KEY ("workspaceId")
);

-- CreateTable
CREATE TABLE "InternetAccess" (
    "workspaceId" UUID NOT NULL,
    "policy" JSONB NOT NULL,
    "version" INTEGER NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "changedBy" TEXT NOT NULL,

    CONSTRAINT "InternetAccess_pkey" PRIMARY KEY ("workspaceId")
);

-- CreateTable
CREATE TABLE "WorkspaceDefaults" (
    "workspaceId" UUID NOT NULL,
    "permissions" JSONB NOT NULL,
    "version" INTEGER NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "changedBy" TEXT NOT NULL,

    CONSTRAINT "WorkspaceDefaults_pkey" PRIMARY KEY ("workspaceId")
);

-- CreateTable
CREATE TABLE "CustomRole" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "permissions" JSONB NOT NULL,
    "version" INTEGER NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "changedBy" TEXT NOT NULL,

    CONSTRAINT "CustomRole_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Group" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "rolesVersion" INTEGER NOT NULL DEFAULT 0,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "changedBy" TEXT NOT NULL,

    CONSTRAINT "Group_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "isActive" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GroupMember" (
    "workspaceId" UUID NOT NULL,
    "groupId" UUID NOT NULL,
    "personId" UUID NOT NULL,

    CONSTRAINT "GroupMember_pkey" PRIMARY KEY ("groupId","personId")
);

-- CreateTable
CREATE TABLE "GroupRole" (
    "workspaceId" UUID NOT NULL,
    "groupId" UUID NOT NULL,
    "roleId" UUID NOT NULL,

    CONSTRAINT "GroupRole_pkey" PRIMARY KEY ("groupId","roleId")
);

-- CreateTable
CREATE TABLE "LoginRestriction" (
    "workspaceId" UUID NOT NULL,
    "restriction" JSONB NOT NULL,
    "version" INTEGER NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "changedBy" TEXT NOT NULL,

    CONSTRAINT "LoginRestriction_pkey" PRIMARY KEY ("workspaceId")
);

-- CreateTable
CREATE TABLE "TeamConfig" (
    "workspaceId" UUID NOT NULL,
    "rules" TEXT NOT NULL,
    "skills" JSONB NOT NULL,
    "sha256" TEXT NOT NULL,
    "errors" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "changedBy" TEXT NOT NULL,

    CONSTRAINT "TeamConfig_pkey" PRIMARY KEY ("workspaceId")
);

-- CreateTable
CREATE TABLE "Repository" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "connector" TEXT NOT NULL,
    "codeReview" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "changedBy" TEXT NOT NULL,

    CONSTRAINT "Repository_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CloudEnvironment" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "repository" TEXT NOT NULL,
    "visibility" TEXT NOT NULL,
    "collaborators" JSONB NOT NULL,
    "ownerName" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "changedBy" TEXT NOT NULL,

    CONSTRAINT "CloudEnvironment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Integration" (
    "workspaceId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "ownerName" TEXT,
    "link" TEXT,
    "note" TEXT,
    "version" INTEGER NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "changedBy" TEXT NOT NULL,

    CONSTRAINT "Integration_pkey" PRIMARY KEY ("workspaceId","key")
);

-- CreateTable
CREATE TABLE "EgressAllowList" (
    "workspaceId" UUID NOT NULL,
    "cidrs" JSONB NOT NULL,
    "count" INTEGER NOT NULL,
    "digest" TEXT NOT NULL,
    "missing" JSONB,
    "surplus" JSONB,
    "version" INTEGER NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "changedBy" TEXT NOT NULL,

    CONSTRAINT "EgressAllowList_pkey" PRIMARY KEY ("workspaceId")
);

-- CreateTable
CREATE TABLE "EgressPublication" (
    "id" BIGSERIAL NOT NULL,
    "workspaceId" UUID NOT NULL,
    "cidrs" JSONB NOT NULL,
    "count" INTEGER NOT NULL,
    "digest" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),
    "readAt" TIMESTAMPTZ(3) NOT NULL,
    "source" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "by" TEXT NOT NULL,

    CONSTRAINT "EgressPublication_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EgressFetch" (
    "workspaceId" UUID NOT NULL,
    "isOn" BOOLEAN NOT NULL,
    "url" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "changedBy" TEXT NOT NULL,
    "triedAt" TIMESTAMPTZ(3),
    "failure" TEXT,

    CONSTRAINT "EgressFetch_pkey" PRIMARY KEY ("workspaceId")
);

-- CreateTable
CREATE TABLE "GovernanceChannel" (
    "workspaceId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "setUpBy" TEXT,
    "lastExportOn" DATE,
    "link" TEXT,
    "note" TEXT,
    "version" INTEGER NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "changedBy" TEXT NOT NULL,

    CONSTRAINT "GovernanceChannel_pkey" PRIMARY KEY ("workspaceId","key")
);

-- CreateTable
CREATE TABLE "ReportingOwner" (
    "workspaceId" UUID NOT NULL,
    "area" TEXT NOT NULL,
    "name" TEXT,
    "email" TEXT,
    "version" INTEGER NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "changedBy" TEXT NOT NULL,

    CONSTRAINT "ReportingOwner_pkey" PRIMARY KEY ("workspaceId","area")
);

-- CreateTable
CREATE TABLE "ReviewCadence" (
    "workspaceId" UUID NOT NULL,
    "every" TEXT NOT NULL,
    "nextOn" DATE NOT NULL,
    "version" INTEGER NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "changedBy" TEXT NOT NULL,

    CONSTRAINT "ReviewCadence_pkey" PRIMARY KEY ("workspaceId")
);

-- CreateTable
CREATE TABLE "Review" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "report" JSONB NOT NULL,
    "reportHash" TEXT NOT NULL,
    "findings" JSONB NOT NULL,
    "decisions" JSONB NOT NULL,
    "actions" JSONB NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "startedBy" TEXT NOT NULL,
    "signedAt" TIMESTAMPTZ(3),
    "signedBy" TEXT,
    "nextOn" DATE,
    "version" INTEGER NOT NULL,

    CONSTRAINT "Review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Measure" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "direction" TEXT NOT NULL,
    "target" DOUBLE PRECISION NOT NULL,
    "source" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "changedBy" TEXT NOT NULL,
    "retiredAt" TIMESTAMPTZ(3),

    CONSTRAINT "Measure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MeasureValue" (
    "id" BIGSERIAL NOT NULL,
    "workspaceId" UUID NOT NULL,
    "measureId" UUID NOT NULL,
    "value" DOUBLE PRECISION NOT NULL,
    "on" DATE NOT NULL,
    "note" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,

    CONSTRAINT "MeasureValue_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CheckResult" (
    "id" BIGSERIAL NOT NULL,
    "workspaceId" UUID NOT NULL,
    "taskId" TEXT NOT NULL,
    "item" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "expected" TEXT NOT NULL,
    "observed" TEXT NOT NULL,
    "permissions" JSONB,
    "note" TEXT,
    "link" TEXT,
    "restsOn" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "CheckResult_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Wave" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "groupIds" JSONB NOT NULL,
    "size" INTEGER NOT NULL,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE NOT NULL,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "changedBy" TEXT NOT NULL,

    CONSTRAINT "Wave_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WaveDecision" (
    "id" BIGSERIAL NOT NULL,
    "workspaceId" UUID NOT NULL,
    "waveId" UUID NOT NULL,
    "duty" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "waveVersion" INTEGER NOT NULL,
    "criteria" JSONB NOT NULL,
    "note" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,

    CONSTRAINT "WaveDecision_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_tokenHash_key" ON "Invitation"("tokenHash");

-- CreateIndex
CREATE INDEX "Invitation_workspaceId_createdAt_idx" ON "Invitation"("workspaceId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Attestation_workspaceId_taskId_version_key" ON "Attestation"("workspaceId", "taskId", "version");

-- CreateIndex
CREATE UNIQUE INDEX "EvidenceFile_workspaceId_taskId_name_version_key" ON "EvidenceFile"("workspaceId", "taskId", "name", "version");

-- CreateIndex
CREATE UNIQUE INDEX "Acceptance_workspaceId_subject_version_key" ON "Acceptance"("workspaceId", "subject", "version");

-- CreateIndex
CREATE UNIQUE INDEX "StepSignOff_workspaceId_step_version_key" ON "StepSignOff"("workspaceId", "step", "version");

-- CreateIndex
CREATE UNIQUE INDEX "CustomRole_workspaceId_name_key" ON "CustomRole"("workspaceId", "name");

-- People are paged by name.
CREATE INDEX "Person_workspaceId_name_id_idx" ON "Person"("workspaceId", "name", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Group_workspaceId_name_key" ON "Group"("workspaceId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "Person_workspaceId_email_key" ON "Person"("workspaceId", "email");

-- CreateIndex
CREATE INDEX "GroupMember_personId_idx" ON "GroupMember"("personId");

-- CreateIndex
CREATE INDEX "GroupMember_workspaceId_idx" ON "GroupMember"("workspaceId");

-- CreateIndex
CREATE INDEX "GroupRole_roleId_idx" ON "GroupRole"("roleId");

-- CreateIndex
CREATE INDEX "GroupRole_workspaceId_idx" ON "GroupRole"("workspaceId");

-- CreateIndex
CREATE UNIQUE INDEX "Repository_workspaceId_name_key" ON "Repository"("workspaceId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "CloudEnvironment_workspaceId_name_key" ON "CloudEnvironment"("workspaceId", "name");

-- CreateIndex
CREATE INDEX "EgressPublication_workspaceId_id_idx" ON "EgressPublication"("workspaceId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Review_workspaceId_number_key" ON "Review"("workspaceId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Measure_workspaceId_name_key" ON "Measure"("workspaceId", "name");

-- CreateIndex
CREATE INDEX "MeasureValue_measureId_on_id_idx" ON "MeasureValue"("measureId", "on", "id");

-- CreateIndex
CREATE INDEX "MeasureValue_workspaceId_idx" ON "MeasureValue"("workspaceId");

-- CreateIndex
CREATE UNIQUE INDEX "CheckResult_workspaceId_taskId_item_version_key" ON "CheckResult"("workspaceId", "taskId", "item", "version");

-- CreateIndex
CREATE UNIQUE INDEX "Wave_workspaceId_number_key" ON "Wave"("workspaceId", "number");

-- CreateIndex
CREATE INDEX "WaveDecision_workspaceId_waveId_id_idx" ON "WaveDecision"("workspaceId", "waveId", "id");

-- AddForeignKey
ALTER TABLE "GroupMember" ADD CONSTRAINT "GroupMember_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GroupMember" ADD CONSTRAINT "GroupMember_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GroupRole" ADD CONSTRAINT "GroupRole_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GroupRole" ADD CONSTRAINT "GroupRole_roleId_fkey" FOREIGN KEY ("roleId") REFERENCES "CustomRole"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeasureValue" ADD CONSTRAINT "MeasureValue_measureId_fkey" FOREIGN KEY ("measureId") REFERENCES "Measure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WaveDecision" ADD CONSTRAINT "WaveDecision_waveId_fkey" FOREIGN KEY ("waveId") REFERENCES "Wave"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Events of the example go along with it; every other event is append only, for everyone.
CREATE OR REPLACE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND EXISTS (
    SELECT FROM "Workspace" w WHERE w."id" = OLD."workspaceId" AND w."isExample"
  ) THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'audit events are append only' USING ERRCODE = 'insufficient_privilege';
END
$$;

-- A workspace is the example from its first moment or never: nothing real can be made removable.
CREATE FUNCTION refuse_becoming_example() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."isExample" AND NOT OLD."isExample" THEN
    RAISE EXCEPTION 'a workspace does not become the example' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER workspace_stays_real BEFORE UPDATE ON "Workspace"
  FOR EACH ROW EXECUTE FUNCTION refuse_becoming_example();

-- Removes the example whole. Refuses every other workspace. Runs with the rights of the owner role, because
-- the app's role may not delete audit events.
CREATE FUNCTION remove_example_workspace(example uuid) RETURNS void LANGUAGE plpgsql
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
    'ApiToken', 'GroupMember', 'GroupRole', 'MeasureValue', 'WaveDecision'
  ] LOOP
    EXECUTE format('DELETE FROM %I WHERE "workspaceId" = $1', scoped) USING example;
  END LOOP;
  FOR scoped IN
    SELECT c.table_name FROM information_schema.columns c
    JOIN information_schema.tables t USING (table_schema, table_name)
    WHERE c.table_schema = 'public' AND c.column_name = 'workspaceId' AND t.table_type = 'BASE TABLE'
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
