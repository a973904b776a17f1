-- CreateTable
CREATE TABLE "Forwarding" (
    "eventId" TEXT NOT NULL,
    "entryId" TEXT NOT NULL,
    "parentId" TEXT NOT NULL,
    "parentEntryId" TEXT NOT NULL,
    "rank" INTEGER NOT NULL,
    "category" TEXT NOT NULL,
    "forwardedById" TEXT NOT NULL,
    "forwardedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Forwarding_pkey" PRIMARY KEY ("eventId","entryId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Forwarding_parentId_parentEntryId_key" ON "Forwarding"("parentId", "parentEntryId");

-- AddForeignKey
ALTER TABLE "Forwarding" ADD CONSTRAINT "Forwarding_eventId_entryId_fkey" FOREIGN KEY ("eventId", "entryId") REFERENCES "Entry"("eventId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Forwarding" ADD CONSTRAINT "Forwarding_parentId_parentEntryId_fkey" FOREIGN KEY ("parentId", "parentEntryId") REFERENCES "Entry"("eventId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
