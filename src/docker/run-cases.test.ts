import type { JsonObject } from "../registry/model/json.ts";
import { expect, test } from "vitest";
import { reviewWorkspace } from "../review/index.ts";
import { convertDocker } from "./index.ts";

/** A paste, what it says about the workspace besides name, its run_config, and the options that have no place. */
type Case = readonly [
  title: string,
  paste: string,
  expected: { workspace?: JsonObject; config?: JsonObject; notMapped?: string[] },
];

const image = "kasmweb/firefox:1.16.0";

const options: readonly Case[] = [
  ["image alone", `docker run ${image}`, {}],
  ["create", `docker create ${image}`, {}],
  ["container run", `docker container run ${image}`, {}],
  ["podman", `podman run ${image}`, {}],
  ["nerdctl", `nerdctl run ${image}`, {}],
  ["full path", `/usr/bin/docker run ${image}`, {}],
  ["windows program", `docker.exe run ${image}`, {}],
  ["terminal flags in a cluster", `docker run -itd ${image}`, { notMapped: ["-i", "-t", "-d"] }],
  ["--rm and --name", `docker run --rm --name x ${image}`, { notMapped: ["--rm", "--name"] }],
  ["--opt=value", `docker run --hostname=kasm ${image}`, { config: { hostname: "kasm" } }],
  ["value glued to the letter", `docker run -hkasm ${image}`, { config: { hostname: "kasm" } }],
  [
    "value after letter and equals sign",
    `docker run -e=A=b ${image}`,
    { config: { environment: { A: "b" } } },
  ],
  [
    "cluster that ends in a value",
    `docker run -dh kasm ${image}`,
    { config: { hostname: "kasm" }, notMapped: ["-d"] },
  ],
  ["end of options", `docker run --init -- ${image}`, { config: { init: true } }],
  ["environment, glued", `docker run -eFOO=bar ${image}`, { config: { environment: { FOO: "bar" } } }],
  [
    "environment, repeated",
    `docker run -e A=1 --env B=2 -e A=3 ${image}`,
    { config: { environment: { A: "3", B: "2" } } },
  ],
  [
    "environment with equals signs",
    `docker run -e A=b=c ${image}`,
    { config: { environment: { A: "b=c" } } },
  ],
  ["environment, empty", `docker run -e A= ${image}`, { config: { environment: { A: "" } } }],
  ["environment from the shell", `docker run -e HOME ${image}`, { notMapped: ["-e"] }],
  [
    "environment named like a prototype",
    `docker run -e __proto__=x ${image}`,
    { config: { environment: JSON.parse('{"__proto__":"x"}') } },
  ],
  ["Kasm's own password", `docker run -e VNC_PW=password ${image}`, { notMapped: ["-e"] }],
  ["env file", `docker run --env-file .env ${image}`, { notMapped: ["--env-file"] }],
  ["port", `docker run -p 8080:80 ${image}`, { config: { ports: { "80/tcp": 8080 } } }],
  ["port, glued", `docker run -p8080:80 ${image}`, { config: { ports: { "80/tcp": 8080 } } }],
  ["port on any free host port", `docker run -p 80 ${image}`, { config: { ports: { "80/tcp": null } } }],
  ["port, udp", `docker run --publish 53:53/udp ${image}`, { config: { ports: { "53/udp": 53 } } }],
  [
    "port on an address",
    `docker run -p 127.0.0.1:8080:80 ${image}`,
    { config: { ports: { "80/tcp": { HostIp: "127.0.0.1", HostPort: 8080 } } } },
  ],
  [
    "port on an IPv6 address",
    `docker run -p [::1]:8080:80 ${image}`,
    { config: { ports: { "80/tcp": { HostIp: "::1", HostPort: 8080 } } } },
  ],
  [
    "port on every address of the old kind",
    `docker run -p 0.0.0.0:8080:80 ${image}`,
    { config: { ports: { "80/tcp": { HostIp: "0.0.0.0", HostPort: 8080 } } } },
  ],
  [
    "port range",
    `docker run -p 8000-8001:9000-9001 ${image}`,
    { config: { ports: { "9000/tcp": 8000, "9001/tcp": 8001 } } },
  ],
  [
    "one port published twice",
    `docker run -p 80:80 -p 81:80 ${image}`,
    { config: { ports: { "80/tcp": [80, 81] } } },
  ],
  ["the display's port", `docker run -p 6901:6901 ${image}`, { notMapped: ["-p"] }],
  ["port that is none", `docker run -p $PORT:80 ${image}`, { notMapped: ["-p"] }],
  ["ranges of two lengths", `docker run -p 1-2:1-3 ${image}`, { notMapped: ["-p"] }],
  ["port beyond the last", `docker run -p 70000:80 ${image}`, { notMapped: ["-p"] }],
  ["publish all", `docker run -P ${image}`, { config: { publish_all_ports: true } }],
  ["volume", `docker run -v /a:/b ${image}`, { config: { volumes: { "/a": { bind: "/b", mode: "rw" } } } }],
  [
    "volume, read-only",
    `docker run -v /a:/b:ro,z ${image}`,
    { config: { volumes: { "/a": { bind: "/b", mode: "ro,z" } } } },
  ],
  [
    "volume, named",
    `docker run --volume data:/b ${image}`,
    { config: { volumes: { data: { bind: "/b", mode: "rw" } } } },
  ],
  ["volume, anonymous", `docker run -v /b ${image}`, { config: { volumes: ["/b"] } }],
  [
    "one source twice",
    `docker run -v /a:/b -v /a:/c:ro ${image}`,
    { config: { volumes: ["/a:/b", "/a:/c:ro"] } },
  ],
  [
    "volume with a drive letter",
    `docker run -v C:\\data\\x:/b:ro ${image}`,
    { config: { volumes: { "C:\\data\\x": { bind: "/b", mode: "ro" } } } },
  ],
  ["volume into a relative folder", `docker run -v /a:b ${image}`, { notMapped: ["-v"] }],
  [
    "mount, bind",
    `docker run --mount type=bind,src=/a,dst=/b,readonly ${image}`,
    { config: { volumes: { "/a": { bind: "/b", mode: "ro" } } } },
  ],
  [
    "mount with propagation",
    `docker run --mount type=bind,source=/a,target=/b,bind-propagation=rslave ${image}`,
    { config: { volumes: { "/a": { bind: "/b", mode: "rslave" } } } },
  ],
  [
    "mount, volume without copy",
    `docker run --mount source=v,target=/b,volume-nocopy ${image}`,
    {
      config: {
        mounts: [
          { Type: "volume", Source: "v", Target: "/b", ReadOnly: false, VolumeOptions: { NoCopy: true } },
        ],
      },
    },
  ],
  [
    "mount, tmpfs",
    `docker run --mount type=tmpfs,dst=/t,tmpfs-size=64m,tmpfs-mode=1770 ${image}`,
    { config: { tmpfs: { "/t": "size=67108864,mode=1770" } } },
  ],
  [
    "mount with a word that every object has",
    `docker run --mount type=bind,src=/a,dst=/b,constructor=x ${image}`,
    { notMapped: ["--mount"] },
  ],
  ["mount of another type", `docker run --mount type=npipe,src=a,dst=b ${image}`, { notMapped: ["--mount"] }],
  [
    "tmpfs",
    `docker run --tmpfs /run:size=64m,exec --tmpfs /tmp ${image}`,
    { config: { tmpfs: { "/run": "size=64m,exec", "/tmp": "" } } },
  ],
  ["volumes-from", `docker run --volumes-from a:ro ${image}`, { config: { volumes_from: ["a:ro"] } }],
  [
    "devices",
    `docker run --device /dev/dri --device=/dev/sda:/dev/xvda:r ${image}`,
    { config: { devices: ["/dev/dri", "/dev/sda:/dev/xvda:r"] } },
  ],
  [
    "what docker refuses",
    `docker run --device /a:/b:ro -p localhost:8080:80 -p [::1]:8081:81 ${image}`,
    {
      config: { ports: { "81/tcp": { HostIp: "::1", HostPort: 8081 } } },
      notMapped: ["--device", "-p"],
    },
  ],
  [
    "device rules",
    `docker run --device-cgroup-rule 'c 13:* rw' ${image}`,
    { config: { device_cgroup_rules: ["c 13:* rw"] } },
  ],
  [
    "device rate",
    `docker run --device-read-bps /dev/sda:1mb --device-write-iops /dev/sda:100 ${image}`,
    {
      config: {
        device_read_bps: [{ Path: "/dev/sda", Rate: 1048576 }],
        device_write_iops: [{ Path: "/dev/sda", Rate: 100 }],
      },
    },
  ],
  [
    "block weight",
    `docker run --blkio-weight 300 --blkio-weight-device /dev/sda:200 ${image}`,
    {
      config: { blkio_weight: 300, blkio_weight_device: [{ Path: "/dev/sda", Weight: 200 }] },
    },
  ],
  [
    "capabilities",
    `docker run --cap-add SYS_ADMIN --cap-add=NET_ADMIN --cap-drop ALL ${image}`,
    { config: { cap_add: ["SYS_ADMIN", "NET_ADMIN"], cap_drop: ["ALL"] } },
  ],
  [
    "security options",
    `docker run --security-opt seccomp=unconfined --security-opt label:disable ${image}`,
    { config: { security_opt: ["seccomp=unconfined", "label=disable"] } },
  ],
  [
    "security option without value",
    `docker run --security-opt no-new-privileges ${image}`,
    { config: { security_opt: ["no-new-privileges"] } },
  ],
  [
    "seccomp profile in a file",
    `docker run --security-opt seccomp=./chrome.json ${image}`,
    { notMapped: ["--security-opt"] },
  ],
  [
    "system paths",
    `docker run --security-opt systempaths=unconfined ${image}`,
    { notMapped: ["--security-opt"] },
  ],
  ["privileged", `docker run --privileged ${image}`, { config: { privileged: true } }],
  ["privileged, off", `docker run --privileged=false ${image}`, { notMapped: ["--privileged"] }],
  ["user as a number", `docker run -u 1000 ${image}`, { config: { user: 1000 } }],
  ["user and group", `docker run --user=1000:1000 ${image}`, { config: { user: "1000:1000" } }],
  ["user by name", `docker run -u root ${image}`, { config: { user: "root" } }],
  [
    "groups",
    `docker run --group-add video --group-add 44 ${image}`,
    { config: { group_add: ["video", "44"] } },
  ],
  ["shared memory", `docker run --shm-size 512m ${image}`, { config: { shm_size: "512m" } }],
  ["shared memory in bytes", `docker run --shm-size=536870912 ${image}`, { config: { shm_size: 536870912 } }],
  [
    "a unit that docker-py does not read",
    `docker run --shm-size=1GiB ${image}`,
    { config: { shm_size: 1073741824 } },
  ],
  ["memory and cores", `docker run -m 2g --cpus 1.5 ${image}`, { workspace: { memory: 2148, cores: 1.5 } }],
  [
    "other memory",
    `docker run --memory-reservation 1g --memory-swap -1 --memory-swappiness 10 ${image}`,
    { config: { mem_reservation: "1g", memswap_limit: -1, mem_swappiness: 10 } },
  ],
  ["memory of 0, no limit", `docker run -m 0 ${image}`, { notMapped: ["-m"] }],
  [
    "size with letters behind",
    `docker run -m 512mxyz --shm-size 2gbfoo ${image}`,
    { notMapped: ["-m", "--shm-size"] },
  ],
  ["memory that is none", `docker run -m lots ${image}`, { notMapped: ["-m"] }],
  [
    "processor",
    `docker run -c 512 --cpuset-cpus 0-3 --cpu-quota=50000 --cpu-period 100000 ${image}`,
    {
      config: { cpu_shares: 512, cpuset_cpus: "0-3", cpu_quota: 50000, cpu_period: 100000 },
    },
  ],
  [
    "processes",
    `docker run --pids-limit 200 --oom-score-adj -500 --oom-kill-disable ${image}`,
    { config: { pids_limit: 200, oom_score_adj: -500, oom_kill_disable: true } },
  ],
  [
    "ulimits",
    `docker run --ulimit nofile=1024:2048 --ulimit nproc=64 ${image}`,
    {
      config: {
        ulimits: [
          { Name: "nofile", Soft: 1024, Hard: 2048 },
          { Name: "nproc", Soft: 64, Hard: 64 },
        ],
      },
    },
  ],
  [
    "sysctls",
    `docker run --sysctl net.ipv4.ip_forward=1 --sysctl net.core.somaxconn=1024 ${image}`,
    {
      config: { sysctls: { "net.ipv4.ip_forward": "1", "net.core.somaxconn": "1024" } },
    },
  ],
  ["one GPU", `docker run --gpus 1 ${image}`, { workspace: { gpu_count: 1 } }],
  [
    "all GPUs",
    `docker run --gpus all ${image}`,
    {
      config: {
        device_requests: [{ driver: "", count: -1, device_ids: [], capabilities: [["gpu"]], options: {} }],
      },
    },
  ],
  [
    "named GPUs",
    `docker run --gpus '"device=0,2",capabilities=utility' ${image}`,
    {
      config: {
        device_requests: [
          { driver: "", count: 0, device_ids: ["0", "2"], capabilities: [["gpu", "utility"]], options: {} },
        ],
      },
    },
  ],
  ["GPUs that are none", `docker run --gpus some ${image}`, { notMapped: ["--gpus"] }],
  ["runtime", `docker run --runtime=sysbox-runc ${image}`, { config: { runtime: "sysbox-runc" } }],
  [
    "restart always",
    `docker run --restart always ${image}`,
    { config: { restart_policy: { Name: "always" } } },
  ],
  [
    "restart on failure",
    `docker run --restart=on-failure:3 ${image}`,
    { config: { restart_policy: { Name: "on-failure", MaximumRetryCount: 3 } } },
  ],
  ["restart as Kasm does", `docker run --restart unless-stopped ${image}`, { notMapped: ["--restart"] }],
  ["restart that is none", `docker run --restart sometimes ${image}`, { notMapped: ["--restart"] }],
  ["network of the host", `docker run --network host ${image}`, { config: { network_mode: "host" } }],
  [
    "network of the host and ports",
    `docker run --net=host -p 80:80 ${image}`,
    { config: { network_mode: "host" }, notMapped: ["published ports"] },
  ],
  ["network of none", `docker run --network none ${image}`, { config: { network_mode: "none" } }],
  [
    "network of a container",
    `docker run --net container:db ${image}`,
    { config: { network_mode: "container:db" } },
  ],
  [
    "network that is named twice",
    `docker run --network a --network a ${image}`,
    { config: { network: "a" }, notMapped: ["--network"] },
  ],
  [
    "two networks",
    `docker run --network a --network b ${image}`,
    { config: { network: "a" }, notMapped: ["--network"] },
  ],
  ["a network without a name", `docker run --network alias=x ${image}`, { notMapped: ["--network"] }],
  [
    "a network by name alone",
    `docker run --network name=host ${image}`,
    { config: { network_mode: "host" } },
  ],
  ["network called default", `docker run --network default ${image}`, { notMapped: ["--network"] }],
  ["default network", `docker run --network bridge ${image}`, { notMapped: ["--network"] }],
  [
    "named network",
    `docker run --network name=lab,alias=x --ip 10.0.0.2 ${image}`,
    { config: { network: "lab" }, notMapped: ["--ip"] },
  ],
  [
    "name service",
    `docker run --dns 1.1.1.1 --dns-search lan --dns-option ndots:1 ${image}`,
    { config: { dns: ["1.1.1.1"], dns_search: ["lan"], dns_opt: ["ndots:1"] } },
  ],
  [
    "hosts",
    `docker run --add-host db:10.0.0.1 --add-host=six=[::1] ${image}`,
    { config: { extra_hosts: { db: "10.0.0.1", six: "::1" } } },
  ],
  [
    "one host twice",
    `docker run --add-host a:10.0.0.1 --add-host a:10.0.0.2 ${image}`,
    { config: { extra_hosts: ["a:10.0.0.1", "a:10.0.0.2"] } },
  ],
  [
    "links",
    `docker run --link db --link cache:redis ${image}`,
    { config: { links: { db: "db", cache: "redis" } } },
  ],
  [
    "namespaces",
    `docker run --pid host --ipc=host --uts host --userns=host --cgroupns private ${image}`,
    {
      config: {
        pid_mode: "host",
        ipc_mode: "host",
        uts_mode: "host",
        userns_mode: "host",
        cgroupns: "private",
      },
    },
  ],
  ["podman's user namespace", `podman run --userns=keep-id ${image}`, { notMapped: ["--userns"] }],
  [
    "entrypoint, folder, labels",
    `docker run --entrypoint /bin/sh -w /srv -l a=b --label c ${image}`,
    {
      config: { entrypoint: ["/bin/sh"], working_dir: "/srv", labels: { a: "b", c: "" } },
    },
  ],
  [
    "init, read-only, signal",
    `docker run --init --read-only --stop-signal SIGINT --stop-timeout 5 ${image}`,
    {
      config: { init: true, read_only: true, stop_signal: "SIGINT" },
      notMapped: ["--stop-timeout"],
    },
  ],
  [
    "logging",
    `docker run --log-driver json-file --log-opt max-size=10m ${image}`,
    { config: { log_config: { Type: "json-file", Config: { "max-size": "10m" } } } },
  ],
  [
    "log options alone",
    `docker run --log-opt max-size=10m ${image}`,
    { config: { log_config: { Type: "json-file", Config: { "max-size": "10m" } } } },
  ],
  [
    "health check",
    `docker run --health-cmd 'curl -f localhost || exit 1' --health-interval 1m30s --health-timeout=500ms --health-retries 3 ${image}`,
    {
      config: {
        healthcheck: {
          test: ["CMD-SHELL", "curl -f localhost || exit 1"],
          interval: 90e9,
          timeout: 5e8,
          retries: 3,
        },
      },
    },
  ],
  [
    "no health check",
    `docker run --no-healthcheck ${image}`,
    { config: { healthcheck: { test: ["NONE"] } } },
  ],
  [
    "storage",
    `docker run --storage-opt size=120G --volume-driver local ${image}`,
    { config: { storage_opt: { size: "120G" }, volume_driver: "local" } },
  ],
  ["platform", `docker run --platform linux/arm64 ${image}`, { workspace: { architecture: ["arm64"] } }],
  ["platform without Kasm", `docker run --platform linux/s390x ${image}`, { notMapped: ["--platform"] }],
  [
    "options of the command line alone",
    `docker run --pull always -q --cidfile x --sig-proxy=false --annotation a=b ${image}`,
    {
      notMapped: ["--pull", "-q", "--cidfile", "--sig-proxy", "--annotation"],
    },
  ],
  [
    "podman's own options",
    `podman run --pod web --replace --tz local ${image}`,
    { notMapped: ["--pod", "--replace", "--tz"] },
  ],
  ["unknown switch", `docker run --turbo ${image}`, { notMapped: ["--turbo"] }],
  [
    "unknown option with a value",
    `docker run --turbo=2 --speed Fast ${image}`,
    { notMapped: ["--turbo", "--speed"] },
  ],
  [
    "unknown option, value like an image",
    `docker run --turbo fast -e A=b ${image}`,
    { config: { environment: { A: "b" } }, notMapped: ["--turbo"] },
  ],
  ["unknown letter", `docker run -dZ ${image}`, { notMapped: ["-d", "-Z"] }],
  [
    "command",
    `docker run ${image} bash -c 'echo "hi"' --flag`,
    { config: { command: ["bash", "-c", 'echo "hi"', "--flag"] } },
  ],
];

const surroundings: readonly Case[] = [
  ["prompt", `$ docker run --init ${image}`, { config: { init: true } }],
  ["root's prompt", `# docker run --init ${image}`, { config: { init: true } }],
  ["full prompt", `me@host:~/x$ docker run --init ${image}`, { config: { init: true } }],
  ["PowerShell prompt", `PS C:\\Users\\me> docker run --init ${image}`, { config: { init: true } }],
  ["cmd prompt", `C:\\Users\\me>docker run --init ${image}`, { config: { init: true } }],
  ["code fence", `\`\`\`bash\ndocker run --init ${image}\n\`\`\``, { config: { init: true } }],
  ["an option of sudo that has an equals sign", `sudo --user=root docker run ${image}`, {}],
  ["sudo", `sudo -E -u root docker run --init ${image}`, { config: { init: true } }],
  [
    "shell variables before",
    `TZ=UTC sudo docker run --init ${image}`,
    { config: { init: true }, notMapped: ["TZ"] },
  ],
  [
    "global options",
    `docker -H tcp://x:1 --context=lab run --init ${image}`,
    { config: { init: true }, notMapped: ["-H", "--context"] },
  ],
  ...[
    "-H",
    "-c",
    "-l",
    "-n",
    "-a",
    "--host",
    "--context",
    "--config",
    "--log-level",
    "--namespace",
    "--address",
  ].map((option): Case => [
    `the global option ${option} and its value`,
    `docker ${option} x run ${image}`,
    { notMapped: [option] },
  ]),
  ...[
    "--tlscacert",
    "--tlscert",
    "--tlskey",
    "--connection",
    "--identity",
    "--url",
    "--root",
    "--runroot",
  ].map((option): Case => [
    `the global option ${option} and its value`,
    `podman ${option} x run ${image}`,
    { notMapped: [option] },
  ]),
  ...[
    "--storage-driver",
    "--storage-opt",
    "--tmpdir",
    "--data-root",
    "--snapshotter",
    "--cgroup-manager",
  ].map((option): Case => [
    `the global option ${option} and its value`,
    `nerdctl ${option} x run ${image}`,
    { notMapped: [option] },
  ]),
  ["a global option without a value", `docker --debug run ${image}`, { notMapped: ["--debug"] }],
  ...["-u", "--user", "-g", "--group", "-h", "--host", "-p", "--prompt", "-C", "-S"].map((option): Case => [
    `the option ${option} of sudo`,
    `sudo ${option} x docker run ${image}`,
    {},
  ]),
  ...["doas", "exec", "command", "time", "nohup", "env"].map((wrapper): Case => [
    `${wrapper} before it`,
    `${wrapper} -i docker run ${image}`,
    {},
  ]),
  ...["finch", "nvidia-docker", "DOCKER.EXE".toLowerCase(), "docker.EXE", "C:\\bin\\docker.exe"].map(
    (engine): Case => [`the program ${engine}`, `'${engine}' run ${image}`, {}],
  ),
  [
    "comments",
    `# Firefox, for tests\ndocker run --init ${image} # docker run it`,
    { config: { init: true } },
  ],
  [
    "comment that reads like a command",
    `# docker run starts it:\ndocker run --init ${image}`,
    { config: { init: true } },
  ],
  ["continued lines", `docker run \\\n  --init \\\n  ${image}`, { config: { init: true } }],
  ["continued lines, CR LF", `docker run \\\r\n  --init \\\r\n  ${image}\r\n`, { config: { init: true } }],
  ["blank behind the backslash", `docker run \\ \n  --init \\\t\n  ${image}`, { config: { init: true } }],
  [
    "prompts of continued lines",
    `$ docker run \\\n> --init \\\n> -P ${image}`,
    { config: { init: true, publish_all_ports: true } },
  ],
  [
    "comment between continued lines",
    `docker run \\\n  # faster\n  --init \\\n  ${image}`,
    { config: { init: true } },
  ],
  ["optional marks", `docker run \\\n  --init \`#optional\` \\\n  ${image}`, { config: { init: true } }],
  [
    "PowerShell lines",
    `docker run \`\n  -v C:\\a:/b \`\n  -e "A=\`"x\`"" \`\n  ${image}`,
    {
      config: { volumes: { "C:\\a": { bind: "/b", mode: "rw" } }, environment: { A: '"x"' } },
    },
  ],
  [
    "cmd lines",
    `docker run ^\r\n  -v %CD%:/b ^\r\n  ${image}`,
    { config: { volumes: { "%CD%": { bind: "/b", mode: "rw" } } } },
  ],
  [
    "other commands around",
    `docker pull ${image} && docker run --init ${image}; docker ps`,
    { config: { init: true }, notMapped: ["another command", "another command"] },
  ],
  [
    "redirection",
    `docker run --init ${image} > log.txt 2>&1 < in`,
    {
      config: { init: true },
      notMapped: ["a redirection", "a redirection", "a redirection"],
    },
  ],
  ["the image in a variable", `IMAGE=${image}; docker run --init $IMAGE`, { config: { init: true } }],
  [
    "exported variables",
    `export A=${image} B="c d"\ndocker run -e "X=$B" \${A}`,
    { config: { environment: { X: "c d" } } },
  ],
  ["a variable that is not used", `A=b; docker run ${image}`, { notMapped: ["A"] }],
  ["non-breaking space", `docker run\u00A0--init ${image}`, { config: { init: true } }],
  ["byte-order mark", `\uFEFFdocker run --init ${image}`, { config: { init: true } }],
];

const quoting: readonly Case[] = [
  ["double quotes", `docker run -e "A=b c" ${image}`, { config: { environment: { A: "b c" } } }],
  [
    "single quotes",
    `docker run -e 'A=b "c" $d \\e' ${image}`,
    { config: { environment: { A: 'b "c" $d \\e' } } },
  ],
  [
    "quotes inside a word",
    `docker run -e A="b c"'d e' ${image}`,
    { config: { environment: { A: "b cd e" } } },
  ],
  ["escapes", `docker run -e A=b\\ c\\"d ${image}`, { config: { environment: { A: 'b c"d' } } }],
  [
    "escapes in double quotes",
    `docker run -e "A=\\"b\\" \\$c \\d" ${image}`,
    { config: { environment: { A: '"b" $c \\d' } } },
  ],
  [
    "single quote in single quotes",
    `docker run -e 'A=it'\\''s' ${image}`,
    { config: { environment: { A: "it's" } } },
  ],
  ["C quotes", `docker run -e A=$'b\\tc\\'d' ${image}`, { config: { environment: { A: "b\tc'd" } } }],
  ["empty quotes", `docker run --entrypoint "" ${image}`, { config: { entrypoint: [""] } }],
  ["empty single quotes", `docker run --entrypoint '' ${image}`, { config: { entrypoint: [""] } }],
  ["empty variable", `docker run -e '' ${image}`, { notMapped: ["-e"] }],
  ["quoted image", `docker run "${image}" 'a b'`, { config: { command: ["a b"] } }],
  [
    "quoted operator",
    `docker run -e "URL=http://a/?b=1&c=2" ${image}`,
    { config: { environment: { URL: "http://a/?b=1&c=2" } } },
  ],
  ["quotes over a line", `docker run -e "A=b\nc" ${image}`, { config: { environment: { A: "b\nc" } } }],
  ["hash inside a word", `docker run -e A=b#c ${image}`, { config: { environment: { A: "b#c" } } }],
  [
    "variable",
    `docker run -v "$PWD/x":/b ${image}`,
    { config: { volumes: { "$PWD/x": { bind: "/b", mode: "rw" } } } },
  ],
  [
    "variable with a default",
    `docker run -e "TZ=\${TZ:-UTC}" ${image}`,
    { config: { environment: { TZ: "UTC" } } },
  ],
  [
    "command substitution",
    `docker run -u $(id -u):$(id -g) ${image}`,
    { config: { user: "$(id -u):$(id -g)" } },
  ],
];

test.for([...options, ...surroundings, ...quoting])(
  "converts a command with %s",
  async ([, paste, expected]) => {
    const result = await convertDocker(paste);
    if (!result.ok) throw new Error(result.message);
    const { name, run_config: config, ...workspace } = result.workspace;
    expect(name).toBe(image);
    expect(config ?? {}).toStrictEqual(expected.config ?? {});
    expect(workspace).toStrictEqual(expected.workspace ?? {});
    expect(result.notMapped.map(({ option }) => option)).toStrictEqual(expected.notMapped ?? []);
    for (const { reason } of result.notMapped) expect(reason).toMatch(/^[A-Z$"'_a-z].*\.$/);
    // docker-py would refuse a name or a type that the review names.
    expect(
      reviewWorkspace(result.workspace).filter(({ rule }) =>
        /^(?:unknown-property|type-mismatch)$/.test(rule),
      ),
    ).toStrictEqual([]);
  },
);
