import { appendFileSync } from "node:fs";
import { Socket } from "node:net";

/** Loaded before a command (NODE_OPTIONS=--import): every connection that it opens to a host is a line in the file that CONNECTIONS names. */
const { connect } = Socket.prototype;
Socket.prototype.connect = function (this: Socket, ...args: unknown[]) {
  const [target] = args.flat() as [{ host?: string; port?: unknown } | undefined];
  if (target?.port !== undefined)
    appendFileSync(process.env["CONNECTIONS"]!, `${target.host}:${String(target.port)}\n`);
  return (connect as (...args: unknown[]) => Socket).apply(this, args);
} as typeof connect;
