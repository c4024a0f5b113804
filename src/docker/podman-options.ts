/** Options that only `podman run` has: known here so that their values are not taken for the image. Source: podman-run(1). */
export const podmanOptions = {
  withValue: [
    "arch authfile cert-dir cgroup-conf cgroups chrootdirs conmon-pidfile creds decryption-key device-cgroup-rule env-merge",
    "gidmap gpus group-entry health-log-destination health-max-log-count health-max-log-size health-on-failure",
    "health-startup-cmd health-startup-interval health-startup-retries health-startup-success health-startup-timeout",
    "hosts-file hostuser image-volume init-ctr init-path os passwd-entry personality pidfile pod pod-id-file preserve-fd",
    "preserve-fds rdt-class requires retry retry-delay sdnotify seccomp-policy secret shm-size-systemd subgidname",
    "subuidname systemd timeout tz uidmap umask unsetenv variant",
  ].join(" "),
  switches:
    "env-host http-proxy no-hostname no-hosts passwd read-only-tmpfs replace rmi rootfs tls-verify unsetenv-all",
};
