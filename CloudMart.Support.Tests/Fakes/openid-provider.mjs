// The OpenID provider of the tests: oidc-provider, which others wrote, with accounts whose claims a test may change while pages are open.
// Usage: node openid-provider.mjs <the package's lib/index.js>
import { createServer } from 'node:http';
import { pathToFileURL } from 'node:url';

const { default: Provider } = await import(pathToFileURL(process.argv[2]));

const api = 'https://api.cloudmart.example';
const accounts = new Map([
  ['customer-1', { name: 'Ana Martins', given_name: 'Ana' }],
  ['customer-2', { name: 'Ben Okafor', given_name: 'Ben' }],
  ['staff-1', { name: 'Sam Lindqvist', given_name: 'Sam', roles: ['staff'] }],
  ['supervisor-1', { name: 'Priya Raman', given_name: 'Priya', roles: ['supervisor'] }],
  ['forged-1', { nonce: 'as-in-an-id-token' }],
]);
let renewals = 0;
const waiting = [];

const secret = { client_secret: 'not-a-secret', token_endpoint_auth_method: 'client_secret_post' };

/** A program of the account's: its token is for the API. */
const program = id => ({ ...secret, client_id: id, grant_types: ['client_credentials'], response_types: [], redirect_uris: [] });

const server = createServer();
server.listen(0, '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        ...secret,
        client_id: 'portal',
        grant_types: ['authorization_code', 'refresh_token'],
        redirect_uris: ['http://127.0.0.1/signin/customer/callback', 'http://127.0.0.1/signin/staff/callback'],
        post_logout_redirect_uris: ['http://127.0.0.1/signout/customer/callback', 'http://127.0.0.1/signout/staff/callback'],
      },
      ...[...accounts.keys()].map(program),
    ],
    findAccount: (_, id) => accounts.has(id) ? { accountId: id, claims: use => claimsOf(id, use) } : undefined,
    conformIdTokenClaims: false, // an ID token tells all
    claims: { openid: ['sub'], profile: ['name', 'given_name', 'roles'] },
    extraTokenClaims: (_, token) => accounts.get(token.clientId),
    pkce: { required: () => true },
    issueRefreshToken: () => true,
    rotateRefreshToken: () => true,
    expiresWithSession: () => false, // another account that signs in there takes nothing from the one before
    ttl: { AccessToken: 5, ClientCredentials: 600, IdToken: 600, RefreshToken: 3600, Session: 3600, Grant: 3600, Interaction: 600 },
    features: {
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: (_, client) => client.clientId === 'portal' ? undefined : api,
        getResourceServerInfo: (_, resource) => ({ scope: '', audience: resource, accessTokenFormat: 'jwt' }),
      },
    },
  });

  // As with any client on a loopback address (RFC 8252, 7.3), the port may differ.
  const isOneOf = uris => uri => uris.includes(uri.replace(/:\d+/, ''));
  provider.Client.prototype.redirectUriAllowed = function (uri) { return isOneOf(this.redirectUris)(uri); };
  provider.Client.prototype.postLogoutRedirectUriAllowed = function (uri) { return isOneOf(this.postLogoutRedirectUris)(uri); };
  provider.on('grant.success', context => {
    if (context.oidc.params.grant_type !== 'refresh_token') return;
    renewals++;
    for (const [atLeast, response] of waiting.splice(0)) tell(atLeast, response);
  });

  const answer = provider.callback();
  server.on('request', async (request, response) => {
    const [, test, id, atLeast = '0'] = request.url.split('/');
    if (test !== 'test') return answer(request, response);
    if (request.method === 'PUT') accounts.set(id, JSON.parse(await text(request)));
    tell(Number(atLeast), response);
  });
  console.log(`listening on ${issuer}`);
});

/** Some providers tell of roles in ID tokens alone. */
function claimsOf(id, use) {
  const { hidesRoles, roles, ...told } = accounts.get(id);
  return { sub: id, ...told, ...hidesRoles && use === 'userinfo' ? {} : { roles } };
}

/** How many access tokens were renewed, once they are as many as are waited for. */
function tell(atLeast, response) {
  if (renewals >= atLeast) response.end(`${renewals}`);
  else waiting.push([atLeast, response]);
}

async function text(request) {
  let whole = '';
  for await (const piece of request) whole += piece;
  return whole;
}
