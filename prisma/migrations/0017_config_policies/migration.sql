-- Policies for groups in the cloud, in their order: of those that name a group of a person, the first one counts alone.
CREATE TABLE "ConfigPolicy" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "groupIds" JSONB NOT NULL,
    "text" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "changedBy" TEXT NOT NULL,

    CONSTRAINT "ConfigPolicy_pkey" PRIMARY KEY ("workspaceId","id")
);
