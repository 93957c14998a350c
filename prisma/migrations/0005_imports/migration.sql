-- Uploads of people, groups and memberships, and their rows on the way.
CREATE TABLE "DirectoryImport" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "state" TEXT NOT NULL,
    "isDryRun" BOOLEAN NOT NULL,
    "mode" TEXT NOT NULL,
    "skipRejected" BOOLEAN NOT NULL,
    "removals" INTEGER,
    "files" JSONB NOT NULL,
    "isRemapped" BOOLEAN NOT NULL DEFAULT false,
    "plan" JSONB,
    "reason" TEXT,
    "step" INTEGER NOT NULL DEFAULT 0,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "isCancelling" BOOLEAN NOT NULL DEFAULT false,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "DirectoryImport_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "DirectoryImport_number_key" ON "DirectoryImport"("number");
CREATE INDEX "DirectoryImport_workspaceId_at_idx" ON "DirectoryImport"("workspaceId", "at");
CREATE INDEX "DirectoryImport_at_idx" ON "DirectoryImport"("at");

-- Staged rows are written by COPY and read whole, one import after another: an index per row would cost more than
-- it gives, one per range of pages costs nothing.
CREATE TABLE "StagedPerson" (
    "import" INTEGER NOT NULL,
    "line" INTEGER NOT NULL,
    "id" TEXT,
    "email" TEXT,
    "name" TEXT,
    "isActive" BOOLEAN,
    "isBad" BOOLEAN NOT NULL
);
CREATE INDEX "StagedPerson_import_idx" ON "StagedPerson" USING BRIN ("import");

CREATE TABLE "StagedGroup" (
    "import" INTEGER NOT NULL,
    "line" INTEGER NOT NULL,
    "id" TEXT,
    "name" TEXT,
    "source" TEXT,
    "isBad" BOOLEAN NOT NULL
);
CREATE INDEX "StagedGroup_import_idx" ON "StagedGroup" USING BRIN ("import");

CREATE TABLE "StagedMember" (
    "import" INTEGER NOT NULL,
    "line" INTEGER NOT NULL,
    "groupId" TEXT,
    "personId" TEXT,
    "isBad" BOOLEAN NOT NULL
);
CREATE INDEX "StagedMember_import_idx" ON "StagedMember" USING BRIN ("import");

CREATE TABLE "ImportChunk" (
    "import" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "ImportChunk_pkey" PRIMARY KEY ("import","kind","ordinal")
);
-- Kept for a day at most: packing them would cost more than the room they take.
ALTER TABLE "ImportChunk" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;
