import { ANSWERED_HEADERS, ASKED_HEADERS } from '#emulator/passed-headers.ts';
import { LICENSE_DEPLOYMENT_PATH as REPORT_PATH } from '#partner-center/client.ts';
import type { Site } from './site.ts';

const report = (
  service: string,
): string => `	# The service does not answer browsers of other origins, so its address is this one. Only this report is read, and
	# only by the address as the page writes it: {uri} is what was sent, before anything is decoded or tidied.
	@report expression \`{uri}.matches("^${REPORT_PATH}([?]|$)")\`
	handle @report {
		# In the order in which it stands here.
		route {
			header Cache-Control no-store

			# A reading has no body: one that says its length is refused, of any other no more than a byte is passed on.
			@body header Content-Length *
			error @body 400
			request_body {
				max_size 1
			}

			# The request takes these headers along, which the page sends, and no other: they are remembered, all are taken
			# away, and these are written again.
			vars {
				Host {hostport}
${ASKED_HEADERS.map((name) => `				${name} {header.${name}}\n`).join('')}			}
			request_header -**
			# Caddy takes the host for a header as well, and needs it to find the way to its answer to an error.
			import written-again Host
${ASKED_HEADERS.map((name) => `			import written-again ${name}\n`).join('')}
			reverse_proxy {$SERVICE:${service}} {
				header_up Host {upstream_hostport}
				header_up -Via
				header_up -X-Forwarded-*

				# The answer brings these headers back, and no other.
				handle_response {
					copy_response_headers {
						include ${ANSWERED_HEADERS.join(' ')}
					}
					copy_response
				}
				header_down -**

				# A page of 10,000 rows is passed on as it comes.
				flush_interval -1
				transport http {
					compression off
					dial_timeout 10s
					response_header_timeout {$SILENCE:120s}
					read_timeout {$SILENCE:120s}
				}
			}
		}
	}

`;

const FILE_SERVER = `header Vary Accept-Encoding
		file_server {
			hide .[^w]*
			precompressed br gzip
		}`;

const FILES = `header Cache-Control no-cache
		${FILE_SERVER}`;

/** The app's folder, and where it is not the whole host: the way there without its last slash, and nothing else. */
const files = (folder: string): string =>
  folder === '/'
    ? `	handle {
		${FILES}
	}`
    : `	handle ${folder}* {
		${FILES}
	}
	handle ${folder.slice(0, -1)} {
		header Cache-Control no-cache
		redir * ${folder}?{query} 308
	}
	handle {
		error 404
	}`;

/** The Caddyfile of a site. What differs from one machine to another are environment variables. */
export function caddyfile({ host, folder, root, service, headers }: Site): string {
  const variables = [
    `ROOT      the folder of the host, ${root} unless set: ${folder.slice(1) === '' ? 'in it' : `in ${folder.slice(1)} below it`} the built files (dist/) and config.json`,
    ...(service === null
      ? []
      : [
          `SERVICE   where the report is, ${service} unless set`,
          'SILENCE   how long the service may say nothing, 120s unless set',
        ]),
  ];
  return caddyfileWith({
    host,
    folder,
    root,
    forwards: service === null ? '' : ', and one path forwarded to Partner Center',
    variables: variables.map((line) => `#   ${line}`).join('\n'),
    headers: headers
      .map(([name, value]) => `\t\t${name} ${/[ "]/u.test(value) ? `"${value}"` : value}`)
      .join('\n'),
    report: service === null ? '' : report(service),
    files: files(folder),
  });
}

type Parts = Pick<Site, 'host' | 'folder' | 'root'> &
  Readonly<Record<'forwards' | 'variables' | 'headers' | 'report' | 'files', string>>;

const caddyfileWith = ({ host, folder, root, forwards, variables, headers, report, files }: Parts): string =>
  `# License Lens behind Caddy 2.6 or later: static files${forwards}.
# Written by \`npm run deploy:files\` for one configuration: after a change of config.json, write it anew.
# What can be set, by environment variables:
#   SITE      what to answer for, ${host} unless set (Caddy gets the certificate itself)
${variables}

(answer) {
	# Set at once, not when the answer begins: an error of Caddy's own then has them as well.
	header {
${headers}
	}
	# On its own: a deletion makes its whole block wait until the answer begins.
	header -Server
}

(written-again) {
	@{args.0} expression \`{vars.{args.0}} != ""\`
	request_header @{args.0} {args.0} {vars.{args.0}}
}

{$SITE:${host}} {
	root * {$ROOT:${root}}
	encode zstd gzip
	import answer

	# Nothing is written here.
	@written not method GET HEAD
	handle @written {
		header Allow "GET, HEAD"
		error 405
	}

	# Asked by what watches over this host: Caddy answers. The service is not asked, since that takes someone's token.
	handle /healthz {
		header Cache-Control no-store
		respond "ok"
	}

${report}	handle /v1/* {
		error 404
	}

	# Names of built files change with their content; everything else is asked for again. A file that stands there
	# compressed is sent as it stands. What begins with a dot is no file of the app's; .well-known may be yours.
	@built {
		path ${folder}assets/*
		file
	}
	handle @built {
		header Cache-Control "public, max-age=31536000, immutable"
		${FILE_SERVER}
	}
${files}

	handle_errors {
		import answer
		header Cache-Control no-store
		respond "{err.status_code} {err.status_text}"
	}
}
`;
