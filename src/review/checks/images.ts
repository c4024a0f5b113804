import {
  dockerHub,
  parseImage,
  registryHost,
  type ImageReference,
} from "../../registry/model/image-reference.ts";
import { type JsonObject, own } from "../../registry/model/json.ts";
import { compareVersions } from "../../registry/model/kasm-versions.ts";
import { compatibilityOf, isLink, schemaOf } from "../../registry/model/releases.ts";
import type { Finding } from "../../registry/model/types.ts";
import { noteWords } from "../../strings/findings.ts";
import { finding } from "../finding.ts";
import type { SettingPlace } from "../setting-place.ts";
import { asText } from "../values.ts";

interface Image {
  text: string;
  /** The Kasm version that installs it, the newest of several; "" where none is named. */
  version: string;
  place: SettingPlace;
}

/** One finding for each image, and one for equal images; text that is no image is for `check`. */
export function checkImages(data: JsonObject): Finding[] {
  const found = new Map<string, Finding>();
  for (const image of imagesOf(data)) {
    const reference = parseImage(image.text);
    if ("cause" in reference) continue;
    const each = checkImage(image, reference, registryHost(asText(own(data, "docker_registry"))));
    const key = each && `${image.text} ${each.advice}`;
    if (key && !found.has(key)) found.set(key, each);
  }
  return [...found.values()];
}

function imagesOf(data: JsonObject): Image[] {
  if (isLink(data)) return [];
  const releases = compatibilityOf({ data });
  const at = (path: string, pointer: string): SettingPlace => ({
    property: "(image)",
    flag: null,
    path,
    pointer,
  });
  if (schemaOf(data) === "1.0") {
    const version =
      releases
        .map((release) => release.version)
        .sort(compareVersions)
        .at(-1) ?? "";
    return [{ text: asText(own(data, "name")), version, place: at("name", "/name") }];
  }
  return releases
    .filter(({ pointer }) => pointer.endsWith("/version"))
    .map(({ image, version, pointer }) => {
      const entry = pointer.replace(/\/version$/, "");
      const index = entry.slice(entry.lastIndexOf("/") + 1);
      return { text: image, version, place: at(`compatibility[${index}].image`, `${entry}/image`) };
    });
}

/** The most specific finding. */
function checkImage(
  { text, version, place }: Image,
  reference: ImageReference,
  host: string,
): Finding | null {
  const { registry, hasHost, repository, tag, digest } = reference;
  const isHub = registry === dockerHub;
  const hasOwner = repository.includes("/");
  const isKasm = isHub && repository.startsWith("kasmweb/");
  if (isHub && !isKasm && !hasHost && host !== "") {
    const image = hasOwner ? `${host}/${text}` : `${host}/owner/${text}`;
    return finding("image-registry-missing", place, { advice: noteWords.imageOfRegistry({ image }) });
  }
  if (isHub && !hasOwner && !officialImages.has(repository)) {
    const image = `ghcr.io/owner/${hasHost ? text.slice(text.indexOf("/") + 1) : text}`;
    return finding("image-local-name", place, { advice: noteWords.imageToPush({ image }) });
  }
  if (digest !== null) return finding("image-digest", place);
  if (isKasm && (tag === null || tag === "latest")) {
    const kasm = /^\d+\.\d+\.(?:\d+|x)$/.test(version) ? version.replace("x", "0") : "";
    return finding(
      "image-no-latest",
      place,
      kasm === "" ? {} : { advice: noteWords.imageOfKasm({ image: `${repository}:${kasm}` }) },
    );
  }
  if (tag === null) return finding("image-untagged", place);
  return tag === "latest" ? finding("image-latest", place) : null;
}

/** Names without an owner at Docker Hub, past ones included. Source: docker-library/official-images, the folder library. */
const officialImages = new Set(
  `adminer adoptopenjdk aerospike almalinux alpine alt amazoncorretto amazonlinux api-firewall arangodb archlinux azul-zulu
  backdrop bash bonita buildpack-deps busybox caddy cassandra celery centos chronograf cirros clearlinux clefos clickhouse clojure
  composer consul convertigo couchbase couchdb crate crux dart debian django docker drupal eclipse-mosquitto eclipse-temurin
  eggdrop elasticsearch elixir emqx erlang euleros express-gateway fedora flink fluentd friendica fsharp gazebo gcc geonetwork
  ghost glassfish golang gradle groovy haproxy haskell haxe hello-seattle hello-world hipache hitch hola-mundo httpd hylang
  ibm-semeru-runtimes ibmjava influxdb iojs irssi java jenkins jetty jobber joomla jruby julia kaazing-gateway kapacitor kibana
  known kong krakend lightstreamer liquibase logstash mageia mariadb matomo maven mediawiki memcached mongo mongo-express monica
  mono mysql nats nats-streaming neo4j neurodebian nextcloud nginx node notary nuxeo odoo open-liberty openjdk opensuse oraclelinux
  orientdb owncloud percona perl photon php php-zendserver phpmyadmin piwik plone postfixadmin postgres pypy python r-base rabbitmq
  rails rakudo-star redis redmine registry rethinkdb rocket.chat rockylinux ros ruby rust sapmachine satosa scratch sentry
  silverpeas sl solr sonarqube sourcemage spark spiped storm swarm swift swipl teamspeak telegraf thrift tomcat tomee traefik ubuntu
  ubuntu-debootstrap ubuntu-upstart unit varnish vault websphere-liberty wordpress xwiki yourls znc zookeeper`.split(
    /\s+/,
  ),
);
