-- marks are read by seat or by stage, both a prefix of the key; a second index cost every mark a write
DROP INDEX "Mark_eventId_stageId_entryId_idx";
