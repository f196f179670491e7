// The parts of undici that are used: its fetch, WebSocket, cache and mocks take longer to load than these do.
import request from 'undici/lib/api/api-request.js';
import Agent from 'undici/lib/dispatcher/agent.js';
import EnvHttpProxyAgent from 'undici/lib/dispatcher/env-http-proxy-agent.js';

export { Agent, EnvHttpProxyAgent, request };
