import { ASKED_HEADERS } from '#emulator/passed-headers.ts';
import { LICENSE_DEPLOYMENT_PATH as REPORT_PATH } from '#partner-center/client.ts';
import type { Site } from './site.ts';

/** nginx's variable with a header of the request. */
const variableOf = (header: string): string => `$http_${header.toLowerCase().replaceAll('-', '_')}`;

const report = (
  service: string,
): string => `    # The service does not answer browsers of other origins, so its address is this one. Only this report is read, and
    # only by the address as the page writes it: $request_uri is what was sent, before anything is decoded or tidied.
    location = ${REPORT_PATH} {
        if ($request_uri !~ "^${REPORT_PATH}([?]|$)") {
            return 404;
        }
        if ($request_method !~ "^(GET|HEAD)$") {
            return 405;
        }

        # As a variable, so that the name is looked up again when its address is too old, and not at the start.
        set $license_lens_service ${new URL(service).host};
        resolver 127.0.0.53;
        resolver_timeout 10s;
        proxy_pass https://$license_lens_service$request_uri;

        # The person's token goes to the service and to nobody who only answers in its place.
        proxy_ssl_verify on;
        proxy_ssl_verify_depth 4;
        proxy_ssl_trusted_certificate /etc/ssl/certs/ca-certificates.crt;
        proxy_ssl_name $license_lens_service;
        proxy_ssl_server_name on;
        proxy_ssl_protocols TLSv1.2 TLSv1.3;

        # The request takes these headers along, which the page sends, and no other.
        proxy_http_version 1.1;
        proxy_pass_request_body off;
        proxy_pass_request_headers off;
        proxy_set_header Host $license_lens_service;
        proxy_set_header Connection "";
        proxy_set_header Content-Length "";
${ASKED_HEADERS.map((name) => `        proxy_set_header ${name} ${variableOf(name)};\n`).join('')}
        # nginx has no list of the headers an answer may bring back, so these are the ones a browser acts on, or that
        # tell of what is behind.
        proxy_hide_header Accept-CH;
        proxy_hide_header Accept-Ranges;
        proxy_hide_header Access-Control-Allow-Credentials;
        proxy_hide_header Access-Control-Allow-Headers;
        proxy_hide_header Access-Control-Allow-Methods;
        proxy_hide_header Access-Control-Allow-Origin;
        proxy_hide_header Access-Control-Allow-Private-Network;
        proxy_hide_header Access-Control-Expose-Headers;
        proxy_hide_header Access-Control-Max-Age;
        proxy_hide_header Age;
        proxy_hide_header Allow;
        proxy_hide_header Alt-Svc;
        proxy_hide_header Cache-Control;
        proxy_hide_header Clear-Site-Data;
        proxy_hide_header Content-Disposition;
        proxy_hide_header Content-Location;
        proxy_hide_header Content-Security-Policy;
        proxy_hide_header Content-Security-Policy-Report-Only;
        proxy_hide_header Critical-CH;
        proxy_hide_header Cross-Origin-Embedder-Policy;
        proxy_hide_header Cross-Origin-Embedder-Policy-Report-Only;
        proxy_hide_header Cross-Origin-Opener-Policy;
        proxy_hide_header Cross-Origin-Opener-Policy-Report-Only;
        proxy_hide_header Cross-Origin-Resource-Policy;
        proxy_hide_header Document-Policy;
        proxy_hide_header ETag;
        proxy_hide_header Expires;
        proxy_hide_header Feature-Policy;
        proxy_hide_header Last-Modified;
        proxy_hide_header Link;
        proxy_hide_header Location;
        proxy_hide_header NEL;
        proxy_hide_header Origin-Agent-Cluster;
        proxy_hide_header Origin-Trial;
        proxy_hide_header P3P;
        proxy_hide_header Permissions-Policy;
        proxy_hide_header Pragma;
        proxy_hide_header Proxy-Authenticate;
        proxy_hide_header Public-Key-Pins;
        proxy_hide_header Referrer-Policy;
        proxy_hide_header Refresh;
        proxy_hide_header Report-To;
        proxy_hide_header Reporting-Endpoints;
        proxy_hide_header Server;
        proxy_hide_header Server-Timing;
        proxy_hide_header Service-Worker-Allowed;
        proxy_hide_header Set-Cookie;
        proxy_hide_header Set-Cookie2;
        proxy_hide_header Set-Login;
        proxy_hide_header SourceMap;
        proxy_hide_header Speculation-Rules;
        proxy_hide_header Strict-Transport-Security;
        proxy_hide_header Supports-Loading-Mode;
        proxy_hide_header Timing-Allow-Origin;
        proxy_hide_header Tk;
        proxy_hide_header Via;
        proxy_hide_header X-AspNet-Version;
        proxy_hide_header X-AspNetMvc-Version;
        proxy_hide_header X-Content-Type-Options;
        proxy_hide_header X-DNS-Prefetch-Control;
        proxy_hide_header X-Frame-Options;
        proxy_hide_header X-Permitted-Cross-Domain-Policies;
        proxy_hide_header X-Powered-By;
        proxy_hide_header X-SourceMap;
        proxy_hide_header X-UA-Compatible;
        proxy_hide_header X-XSS-Protection;
        # An answer with these would tell nginx which of its own files to send, or how.
        proxy_ignore_headers X-Accel-Redirect X-Accel-Expires X-Accel-Limit-Rate X-Accel-Buffering X-Accel-Charset;
        proxy_redirect off;

        # A page of 10,000 rows is passed on as it comes.
        proxy_buffering off;
        # Another of the service's addresses is tried where one cannot be reached, not where one is slow: the page tries
        # again by itself.
        proxy_next_upstream_timeout 15s;
        proxy_connect_timeout 10s;
        proxy_send_timeout 10s;
        proxy_read_timeout 120s;
    }

`;

const SLASHLESS = `    # Without this one nginx would send whoever leaves the last slash out to the address above.
    location = ${REPORT_PATH.slice(0, -1)} {
        return 404;
    }

`;

/** The app's folder, and where it is not the whole host: the way there without its last slash, and nothing else. */
const files = (folder: string): string =>
  `    location = ${folder} {
        try_files ${folder}index.html =404;
    }

    location ${folder} {
        try_files $uri =404;
    }${
      folder === '/'
        ? ''
        : `

    absolute_redirect off;
    location = ${folder.slice(0, -1)} {
        return 308 ${folder}$is_args$args;
    }

    location / {
        return 404;
    }`
    }`;

/** A path as it stands in a pattern. */
const pattern = (path: string): string => path.replaceAll('.', String.raw`\.`);

/** The file of a site for nginx. It has no variables: what differs from one machine to another is to be replaced. */
export function nginxConf({ host, folder, root, service, headers }: Site): string {
  const replaced = [
    [host, 'your host name, also in the names of its certificate and key'],
    [
      root,
      `the folder of the host: in ${folder === '/' ? 'it' : `${folder.slice(1)} below it`} the built files (dist/) and config.json`,
    ],
    ...(service === null
      ? []
      : [
          ['127.0.0.53', 'your name server, see /etc/resolv.conf'],
          [
            '/etc/ssl/certs/ca-certificates.crt',
            "the authorities whose certificates you trust; this is Debian's file of them",
          ],
          [new URL(service).host, 'where the report is, if elsewhere'],
        ]),
  ] as const;
  return nginxConfWith({
    host,
    folder,
    root,
    replaced: replaced.map(([written, what]) => `#   ${written.padEnd(36)}${what}`).join('\n'),
    headers: headers
      .map(([name, value]) => `    add_header ${name} ${/[ "]/u.test(value) ? `"${value}"` : value} always;`)
      .join('\n'),
    report: service === null ? '' : report(service),
    slashless: service === null ? '' : SLASHLESS,
    files: files(folder),
  });
}

type Parts = Pick<Site, 'host' | 'folder' | 'root'> &
  Readonly<Record<'replaced' | 'headers' | 'report' | 'slashless' | 'files', string>>;

const nginxConfWith = ({ host, folder, root, replaced, headers, report, slashless, files }: Parts): string =>
  `# License Lens behind nginx 1.22 or later: a file to include in the http block of your configuration.
# Written by \`npm run deploy:files\` for one configuration: after a change of config.json, write it anew.
# What to replace, wherever it stands:
${replaced}

server {
    listen 443 ssl;
    server_name ${host};
    ssl_certificate     /etc/ssl/${host}.pem;
    ssl_certificate_key /etc/ssl/${host}.key;
    server_tokens off;

    root ${root};

    # A link holds its whole view: a long filter makes a long address.
    large_client_header_buffers 4 512k;

    # A file that stands there compressed is sent as it stands. (For .br files, add the module of Brotli, and
    # \`brotli_static on\`.)
    gzip_static on;
    gzip_vary on;
    gzip on;
    gzip_types text/css application/javascript application/json image/svg+xml;

    # Here and nowhere below: a location with headers of its own would have only those.
${headers}
    add_header Cache-Control $license_lens_cache always;
    add_header Allow $license_lens_allow always;

    # Asked by what watches over this host: nginx answers. The service is not asked, since that takes someone's token.
    location = /healthz {
        default_type text/plain;
        return 200 "ok";
    }

${report}    location /v1/ {
        return 404;
    }

${slashless}    # What begins with a dot is never one of the built files; what proves that the host is yours may be.
    location ~ /\\.(?!well-known/) {
        return 404;
    }

${files}
}

# Names of built files change with their content; everything else is asked for again, and the service's answers are
# not kept at all. An error is none of the built files, whatever was asked for.
map "$status $uri" $license_lens_cache {
    default                    "no-cache";
    "~^(200|206|304) ${pattern(folder)}assets/" "public, max-age=31536000, immutable";
    "~^\\d+ /v1/"               "no-store";
    "~^\\d+ /healthz$"          "no-store";
}

map $status $license_lens_allow {
    405 "GET, HEAD";
}
`;
