// The storage in memory keeps every rule of the contract; opened again, in memory, is the same memory.
import { createMemoryStorage } from '../../src/room/memory-storage.ts';
import { storageRules } from '../../src/room/storage-rules.ts';
import { runRules } from '../support/run-rules.ts';

describe('createMemoryStorage', () => {
  runRules(it, storageRules, async () => {
    const storage = createMemoryStorage();
    return { storage, close: () => storage.close() };
  });
});
