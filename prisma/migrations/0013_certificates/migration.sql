-- What real clients make of the configuration, and the clients that are asked.
ALTER TABLE "ConfigRelease" ADD COLUMN "certificates" JSONB NOT NULL DEFAULT '[]';

CREATE TABLE "ConfigCertificate" (
    "workspaceId" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "client" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "clientSha256" TEXT,
    "results" JSONB,
    "reason" TEXT,
    "uploadedBy" TEXT,
    "byId" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ConfigCertificate_pkey" PRIMARY KEY ("workspaceId","sha256","client")
);

CREATE TABLE "CodexClient" (
    "workspaceId" UUID NOT NULL,
    "version" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "step" INTEGER NOT NULL DEFAULT 0,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "reason" TEXT,
    "integrity" TEXT,
    "sha256" TEXT,
    "bytes" INTEGER,
    "byId" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "CodexClient_pkey" PRIMARY KEY ("workspaceId","version")
);

CREATE TABLE "FleetClients" (
    "workspaceId" UUID NOT NULL,
    "oldest" TEXT NOT NULL,
    "newest" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "changedBy" TEXT NOT NULL,

    CONSTRAINT "FleetClients_pkey" PRIMARY KEY ("workspaceId")
);
