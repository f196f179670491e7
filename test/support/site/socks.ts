// A SOCKS5 proxy (RFC 1928, RFC 1929) that leads all requests to one port of this machine.
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface SocksServer {
  readonly port: number;
  /** The targets that it was asked for: `host:port`, a name or an address. */
  readonly asked: readonly string[];
  /** The reply to the next requests: 0 is success. */
  reply: number;
  close(): Promise<void>;
}

/** Starts one; with a login it takes no one who has not got it. */
export async function startSocks(to: number, login: string | null = null): Promise<SocksServer> {
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    sockets.add(client);
    client.on('error', () => client.destroy());
    let step: 'greeting' | 'login' | 'request' = 'greeting';
    client.on('data', function take(bytes: Buffer) {
      if (step === 'greeting') {
        const wanted = login === null ? 0 : 2;
        const offers = bytes.subarray(2, 2 + bytes[1]!).includes(wanted);
        client.write(Buffer.from([5, offers ? wanted : 0xff]));
        step = login === null ? 'request' : 'login';
      } else if (step === 'login') {
        const user = bytes.subarray(2, 2 + bytes[1]!);
        const password = bytes.subarray(3 + user.length);
        client.write(Buffer.from([1, `${user}:${password}` === login ? 0 : 1]));
        step = 'request';
      } else {
        client.off('data', take);
        const length = bytes[3] === 3 ? bytes[4]! : bytes[3] === 1 ? 4 : 16;
        const start = bytes[3] === 3 ? 5 : 4;
        const host = bytes.subarray(start, start + length);
        const name =
          bytes[3] === 3 ? host.toString() : bytes[3] === 1 ? host.join('.') : host.toString('hex');
        asked.push(`${name}:${bytes.readUInt16BE(start + length)}`);
        client.write(Buffer.from([5, socks.reply, 0, 1, 0, 0, 0, 0, 0, 0]));
        if (socks.reply !== 0) return;
        const upstream = connect(to, '127.0.0.1');
        sockets.add(upstream);
        upstream.on('error', () => upstream.destroy());
        upstream.pipe(client).pipe(upstream);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const socks: SocksServer = {
    port: (server.address() as AddressInfo).port,
    asked,
    reply: 0,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return socks;
}
