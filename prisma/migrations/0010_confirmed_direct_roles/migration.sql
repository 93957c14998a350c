-- Who was confirmed to have a role directly. Roles are known by the customer's ids, because a role may be gone
-- here and still stand in the console.
CREATE TABLE "ConfirmedDirectRole" (
    "workspaceId" UUID NOT NULL,
    "roleId" TEXT NOT NULL,
    "personNumber" INTEGER NOT NULL,

    CONSTRAINT "ConfirmedDirectRole_pkey" PRIMARY KEY ("workspaceId","roleId","personNumber"),
    CONSTRAINT "ConfirmedDirectRole_personNumber_fkey" FOREIGN KEY ("personNumber") REFERENCES "Person"("number") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "ConfirmedDirectRole_personNumber_idx" ON "ConfirmedDirectRole"("personNumber");
