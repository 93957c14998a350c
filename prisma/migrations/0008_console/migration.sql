-- What somebody confirmed of roles, groups and defaults in the vendor's console, which no program can read.
CREATE TABLE "ConsoleState" (
    "workspaceId" UUID NOT NULL,
    "state" JSONB NOT NULL,
    "version" INTEGER NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "changedBy" TEXT NOT NULL,

    CONSTRAINT "ConsoleState_pkey" PRIMARY KEY ("workspaceId")
);

-- Who was confirmed to be in a group made by hand. Groups are known by the customer's ids, because a group may
-- be gone here and still stand in the console.
CREATE TABLE "ConfirmedMember" (
    "workspaceId" UUID NOT NULL,
    "groupId" TEXT NOT NULL,
    "personNumber" INTEGER NOT NULL,

    CONSTRAINT "ConfirmedMember_pkey" PRIMARY KEY ("workspaceId","groupId","personNumber"),
    CONSTRAINT "ConfirmedMember_personNumber_fkey" FOREIGN KEY ("personNumber") REFERENCES "Person"("number") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "ConfirmedMember_personNumber_idx" ON "ConfirmedMember"("personNumber");

-- The newest confirmations, each with what takes it back.
CREATE TABLE "ConsoleConfirmation" (
    "workspaceId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "words" TEXT NOT NULL,
    "steps" INTEGER NOT NULL,
    "open" INTEGER NOT NULL,
    "undo" JSONB NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3) NOT NULL,
    "confirmedBy" TEXT NOT NULL,

    CONSTRAINT "ConsoleConfirmation_pkey" PRIMARY KEY ("workspaceId","version")
);
