// The parts of undici that are used: its fetch, WebSocket, cache and mocks take longer to load than these do.
import connect from 'undici/lib/api/api-connect.js';
import request from 'undici/lib/api/api-request.js';
import Agent from 'undici/lib/dispatcher/agent.js';
import Dispatcher from 'undici/lib/dispatcher/dispatcher.js';
import Pool from 'undici/lib/dispatcher/pool.js';
import ProxyAgent from 'undici/lib/dispatcher/proxy-agent.js';
import Socks5ProxyAgent from 'undici/lib/dispatcher/socks5-proxy-agent.js';

// undici's own index does this for all of its API; its proxy agent calls it.
Dispatcher.prototype.connect = connect;

export { Agent, Pool, ProxyAgent, request, Socks5ProxyAgent };
