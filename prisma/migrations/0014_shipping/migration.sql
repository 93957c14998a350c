-- What a token may be used for: everything its member may, or fetching releases and sending receipts alone.
ALTER TABLE "ApiToken" ADD COLUMN "scope" TEXT NOT NULL DEFAULT 'member';
ALTER TABLE "ApiToken" ADD CONSTRAINT "ApiToken_scope_check" CHECK ("scope" IN ('member', 'delivery'));

-- What was fetched with a token: of each file of each release how often, and when last.
CREATE TABLE "TokenFetch" (
    "tokenId" UUID NOT NULL,
    "release" INTEGER NOT NULL,
    "file" TEXT NOT NULL,
    "times" INTEGER NOT NULL,
    "lastAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TokenFetch_pkey" PRIMARY KEY ("tokenId","release","file"),
    CONSTRAINT "TokenFetch_tokenId_fkey" FOREIGN KEY ("tokenId") REFERENCES "ApiToken"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- The newest receipt of each machine, with what it has by that.
CREATE TABLE "Machine" (
    "workspaceId" UUID NOT NULL,
    "machine" TEXT COLLATE "C" NOT NULL,
    "os" TEXT NOT NULL,
    "holds" TEXT COLLATE "C" NOT NULL,
    "differing" TEXT[] NOT NULL,
    "client" TEXT,
    "receipt" JSONB NOT NULL,
    "sinceAt" TIMESTAMPTZ(3) NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Machine_pkey" PRIMARY KEY ("workspaceId","machine")
);

CREATE INDEX "Machine_workspaceId_os_holds_seenAt_idx" ON "Machine"("workspaceId", "os", "holds", "seenAt");
CREATE INDEX "Machine_workspaceId_os_seenAt_idx" ON "Machine"("workspaceId", "os", "seenAt");
CREATE INDEX "Machine_workspaceId_holds_seenAt_machine_idx" ON "Machine"("workspaceId", "holds", "seenAt", "machine");
CREATE INDEX "Machine_workspaceId_seenAt_machine_idx" ON "Machine"("workspaceId", "seenAt", "machine");

-- How many machines of each system there are, by somebody's word; null where nobody said.
CREATE TABLE "FleetSize" (
    "workspaceId" UUID NOT NULL,
    "linux" INTEGER,
    "macos" INTEGER,
    "windows" INTEGER,
    "version" INTEGER NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "changedBy" TEXT NOT NULL,

    CONSTRAINT "FleetSize_pkey" PRIMARY KEY ("workspaceId")
);
