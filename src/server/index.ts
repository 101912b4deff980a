// What a program of one's own may use of the reference server.
export { signMember } from './auth.ts';
export { parseConfig, readConfig, type Config, type Site } from './config.ts';
export { servePages, startServer, type RunningServer, type ServerOptions } from './server.ts';
export type { CommandIo } from './command-io.ts';
export { importCommand } from './import/command.ts';
export { openData, type Data } from './data.ts';
