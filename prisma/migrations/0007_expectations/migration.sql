-- Sentences about access that must hold: one ordered list for each workspace.
CREATE TABLE "AccessExpectations" (
    "workspaceId" UUID NOT NULL,
    "list" JSONB NOT NULL,
    "version" INTEGER NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "changedBy" TEXT NOT NULL,

    CONSTRAINT "AccessExpectations_pkey" PRIMARY KEY ("workspaceId")
);
